import { aBook } from '#modules/appointments/server/appointments.fixture.ts';
import { furnishCallChecks } from '#modules/call-checks/server/checks.fixture.ts';
import { someCampaigns } from '#modules/campaigns/server/campaigns.fixture.ts';
import { aDayAtTheDesk } from '#modules/cashier/server/desk.fixture.ts';
import { Reception } from '#modules/check-ins/server/check-ins.fixture.ts';
import { furnishComplaintPages } from '#modules/complaint-page/server/complaint-page.fixture.ts';
import { furnishReports } from '#modules/complaint-reports/server/reports.fixture.ts';
import { received, upTo, type usual } from '#modules/complaints/server/complaints.fixture.ts';
import { workOnComplaints } from '#modules/complaints/server/work.fixture.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { furnishDeliveries } from '#modules/deliveries/server/deliveries.fixture.ts';
import { furnishHolds } from '#modules/document-holds/server/holds.fixture.ts';
import { exportRoutes } from '#modules/exports/contract.ts';
import { followUpRoutes, followUpRuleRoutes } from '#modules/follow-ups/contract.ts';
import { genuineRoutes } from '#modules/genuine-check/contract.ts';
import { importRoutes } from '#modules/imports/contract.ts';
import { someMails } from '#modules/incoming-mails/server/letters.fixture.ts';
import {
  furnishInspections,
  furnishTemplates,
} from '#modules/inspections/server/inspections.fixture.ts';
import { guideRoutes } from '#modules/job-clock/contract.ts';
import { furnishClocks } from '#modules/job-clock/server/workshop.fixture.ts';
import { someLetters } from '#modules/letters/server/letters.fixture.ts';
import { Member } from '#modules/members/server/members.fixture.ts';
import { someTemplates } from '#modules/message-templates/server/templates.fixture.ts';
import { furnishMobility } from '#modules/mobility/server/mobility.fixture.ts';
import { furnishPartIssues } from '#modules/part-issues/server/part-issues.fixture.ts';
import { someCalls } from '#modules/phone-calls/server/calls.fixture.ts';
import { aPageInUse } from '#modules/portal/server/portal.fixture.ts';
import { jobPackageRoutes, priceRoutes } from '#modules/prices/contract.ts';
import { rightsRoutes } from '#modules/privacy/contract.ts';
import { offerRoutes } from '#modules/reminders/contract.ts';
import { furnishRepeats } from '#modules/repeat-repairs/server/repeat-repairs.fixture.ts';
import { ratingRoutes, segmentRoutes } from '#modules/segments/contract.ts';
import { serviceOrderRoutes } from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { savePageBy } from '#modules/shop-page/server/shop-page.fixture.ts';
import { furnishSublets } from '#modules/sublets/server/sublets.fixture.ts';
import { furnishTrainingCases } from '#modules/training-cases/server/training-cases.fixture.ts';
import { vehicleRoutes } from '#modules/vehicles/contract.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { endedVisit } from '#test/visit.ts';
import { furnishBriefs } from '#tools/check/matrix/furnishing-briefs.ts';
import { furnishReviews } from '#tools/check/matrix/furnishing-reviews.ts';
import { furnishSamples, furnishSurveys } from '../matrix/furnishing-surveys.ts';

let plates = 40_000;
const stages = [
  'receive',
  'inspect',
  'estimate',
  'approve',
  'start',
  'check',
  'finalInspect',
] as const;

/**
 * A shop in the middle of its day: a visit at every stage, complaints on their way, calls that are due, a list that is
 * read. What people wrote ends in the mark, where their words are free.
 */
export async function furnish(shop: TestShop, mark: string): Promise<void> {
  await visitsAtEveryStage(shop);
  await checkIns(shop);
  await furnishInspections(shop, () => `粤C${plates++}`, mark);
  await furnishDeliveries(shop, () => `粤C${plates++}`, mark);
  await furnishTemplates(await shop.employee('owner'), mark);
  await furnishClocks(shop, `粤C${plates++}`);
  await aPageInUse(shop, () => `粤C${plates++}`);
  await furnishMobility(shop, () => `粤C${plates++}`, mark);
  await furnishSublets(shop, () => `粤C${plates++}`, mark);
  await furnishPartIssues(shop, () => `粤C${plates++}`, mark);
  await furnishRepeats(shop, () => `粤C${plates++}`, mark);
  // A day later: these visits bring numbers of their own.
  await shop.forward(24);
  for (let called = 0; called < 3; called++) {
    await endedVisit(shop, await shop.employee('owner'), { name: `王秀英${mark}` });
  }
  await shop.moveTo('2026-11-26T02:30:00.000Z');
  const owner = await shop.employee('owner');
  const customerId = await callSomebody(shop, mark);
  await furnishSurveys(shop, mark);
  await furnishSamples(owner);
  await ruleOfItsOwn(owner);
  await owner.call(customerRoutes.addContact, {
    params: { customerId },
    body: { name: `司机老李${mark}`, role: 'driver' },
  });
  await askForRights(owner, customerId, mark);
  for (const step of ['acknowledge', 'investigate', 'propose', 'close'] as const) {
    await complaintUpTo(owner, customerId, step, mark);
  }
  await workOnComplaints(owner, new Date(shop.now.getTime() + 72 * 3_600_000).toISOString(), mark);
  await furnishComplaintPages(shop, owner);
  await furnishReviews(shop, mark);
  await furnishTrainingCases(shop, mark);
  await furnishReports(shop, mark);
  await furnishBriefs(shop, mark);
  const member = await Member.join(shop, customerId);
  const { id: topUpId } = await member.topUp(1_000_00, 200_00);
  await member.buy();
  await member.spend(60_00);
  await member.ask({ topUpId, ground: 'consumerReason' });
  await importAList(owner, mark);
  await remindAndGroup(owner, mark);
  await aPriceList(owner, mark);
  await aDayAtTheDesk(shop, `粤C${plates++}`);
  await aBook(owner, mark);
  const guide = { operation: `按表逐项${mark}`, safety: `举升后上锁${mark}`, certificate: '' };
  await owner.call(guideRoutes.addGuide, { body: { jobWords: `四轮定位${mark}`, ...guide } });
  await savePageBy(owner, { slug: `shop-${shop.unitId.slice(-12)}`, intro: `老店${mark}` });
  await someTemplates(owner, mark);
  await someLetters(owner, customerId, mark);
  await someCalls(owner, customerId, mark);
  await furnishCallChecks(shop, customerId, mark);
  await furnishHolds(shop, mark);
  await someMails(owner, mark);
  await someCampaigns(owner, mark);
  await owner.call(genuineRoutes.issue, { body: { product: `前制动片${mark}`, codes: 3 } });
  await owner.call(exportRoutes.ask, {
    body: { list: 'customers.list', columns: ['name'], reason: `回访${mark}` },
  });
  await shop.settle();
}

async function visitsAtEveryStage(shop: TestShop): Promise<void> {
  for (let last = 1; last <= stages.length; last++) {
    const visit = await Visit.begin(shop, `粤C${plates++}`);
    for (const stage of stages.slice(0, last)) {
      if (stage === 'check') await visit.doJobs();
      await visit[stage]();
    }
  }
  await (await Visit.begin(shop, `粤C${plates++}`)).toDelivered();
  await aDiscountAsked(shop);
}

/** More than the advisor may let off: it waits for the owner's word. */
async function aDiscountAsked(shop: TestShop): Promise<void> {
  await shop.employee('owner');
  const visit = await Visit.begin(shop, `粤C${plates++}`);
  await visit.receive();
  await visit.inspect();
  await visit.estimate();
  const body = { amountFen: 500_00, reason: '老客户' };
  await visit.advisor.call(serviceOrderRoutes.askDiscount, { params: visit.params, body });
}

/** Cars on their way in: two being written, one signed and corrected. */
async function checkIns(shop: TestShop): Promise<void> {
  for (let at = 0; at < 2; at++) {
    const open = await Reception.begin(shop, `粤C${plates++}`);
    await open.save();
    await open.photograph({ markNumber: 1, caption: '左前门' });
  }
  const signed = await Reception.begin(shop, `粤C${plates++}`);
  await signed.save();
  await signed.sign();
  await signed.correct();
}

/** A rule of the shop's own, by which one person calls. */
async function ruleOfItsOwn(owner: TestEmployee): Promise<void> {
  await owner.call(followUpRuleRoutes.set, {
    params: { occasion: 'missed' },
    body: {
      ...{ isOn: true, earliestDays: 1, latestDays: 3, conditions: {}, agentId: owner.id },
      ...{ channel: 'phone', script: '您好', mostTries: 3, spacingMinutes: 120 },
      ...{ expiresDays: 14, countsAsDone: 'reached', startsOn: '2026-11-01', basedOn: 0 },
    },
  });
}

async function callSomebody(shop: TestShop, mark: string): Promise<string> {
  const agent = await shop.employee('followUpAgent');
  const { items } = await agent.call(followUpRoutes.due, {});
  const [first] = items;
  if (!first) throw new Error('nobody is to be called');
  await agent.call(followUpRoutes.record, {
    params: { followUpId: first.id },
    body: {
      result: 'connected',
      reason: 'talked',
      mainPoints: `刹车还是响${mark}`,
      matters: [{ kind: 'question', content: `下次保养什么时候${mark}` }],
    },
  });
  return first.customer.id;
}

async function complaintUpTo(
  owner: TestEmployee,
  customerId: string,
  step: keyof typeof usual,
  mark: string,
): Promise<void> {
  const complaint = await received(owner, { customerId, content: `异响没有修好${mark}` });
  await upTo(owner, complaint.id, step);
}

/** An offer, a car that is due, a segment, a rating. */
async function remindAndGroup(owner: TestEmployee, mark: string): Promise<void> {
  const customer = { name: `到期客户${mark}`, phone: '13900139000' };
  const { id: ownerId } = await owner.call(customerRoutes.add, { body: customer });
  const body = { plate: `粤C${plates++}`, ownerId, insuranceUntil: '2026-12-31' };
  await owner.call(vehicleRoutes.add, { body });
  const days = { fromOn: '2026-12-01', untilOn: '2026-12-31' };
  const offer = { kind: 'offer', name: `优惠月${mark}`, ...days } as const;
  await owner.call(offerRoutes.add, { body: offer });
  const segment = { name: `沉睡客户${mark}`, isShared: true, conditions: {} };
  await owner.call(segmentRoutes.add, { body: segment });
  const round = { name: `十二月之星${mark}`, ...days, criterion: 'spend', places: 10 } as const;
  await owner.call(ratingRoutes.open, { body: round });
}

async function importAList(owner: TestEmployee, mark: string): Promise<void> {
  const reply = await owner.shop.http.inject({
    method: 'POST',
    url: '/api/v1/files?name=list.csv',
    headers: { cookie: owner.cookie, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(
      `姓名,电话,车牌\n张三${mark},13800138001,粤A54321\n李四,1390013,粤A5432\n`,
    ),
  });
  const fileId = reply.json().id;
  const { id: importId } = await owner.call(importRoutes.begin, { body: { fileId } });
  // The same once more as a list of employees: its rows are people.
  await owner.call(importRoutes.begin, { body: { fileId, kind: 'employees' } });
  await owner.call(importRoutes.begin, { body: { fileId, kind: 'balances' } });
  await owner.shop.settle();
  await owner.call(importRoutes.keepMap, {
    params: { importId },
    body: { name: `老系统${mark}` },
  });
}

/** What the person asks for, one of each kind, with its clock running. */
async function askForRights(owner: TestEmployee, customerId: string, mark: string): Promise<void> {
  const how = { channel: 'inPerson', identityBy: 'idDocument' } as const;
  const said = { askedByName: `王秀英${mark}`, wish: `改一下地址${mark}` };
  for (const kind of ['access', 'correction', 'restriction', 'withdrawal'] as const) {
    await owner.call(rightsRoutes.add, { params: { customerId }, body: { ...how, ...said, kind } });
  }
}

/** A part and a job with the rate that it is counted by, open to everybody. */
async function aPriceList(owner: TestEmployee, mark: string): Promise<void> {
  const validFrom = '2026-11-30';
  const part = { kind: 'part', code: 'BP-01', origin: 'original', priceFen: 350_00 } as const;
  await owner.call(priceRoutes.add, { body: { ...part, name: `前制动片${mark}`, validFrom } });
  const job = { kind: 'job', code: 'GS-01', standardHours: 150, hoursSource: 'shop' } as const;
  await owner.call(priceRoutes.add, { body: { ...job, name: `更换前制动片${mark}`, validFrom } });
  await owner.call(priceRoutes.setRate, { body: { rateFen: 120_00, validFrom } });
  await owner.call(jobPackageRoutes.add, {
    body: {
      ...{ code: 'TC-01', name: `换片套餐${mark}`, validFrom, priceFen: 500_00 },
      lines: [
        { kind: 'job', code: 'GS-01', quantityThousandths: 1000 },
        { kind: 'part', code: 'BP-01', quantityThousandths: 1000 },
      ],
    },
  });
  await owner.call(priceRoutes.publish, { body: { isOpen: true } });
}
