import { aBook } from '#modules/appointments/server/appointments.fixture.ts';
import { furnishCallChecks } from '#modules/call-checks/server/checks.fixture.ts';
import { someCampaigns } from '#modules/campaigns/server/campaigns.fixture.ts';
import { aDayAtTheDesk } from '#modules/cashier/server/desk.fixture.ts';
import { furnishComplaintPages } from '#modules/complaint-page/server/complaint-page.fixture.ts';
import { furnishReports } from '#modules/complaint-reports/server/reports.fixture.ts';
import { received, upTo } from '#modules/complaints/server/complaints.fixture.ts';
import { workOnComplaints } from '#modules/complaints/server/work.fixture.ts';
import { customerRoutes } from '#modules/customers/contract.ts';
import { furnishDeliveries } from '#modules/deliveries/server/deliveries.fixture.ts';
import { furnishHolds } from '#modules/document-holds/server/holds.fixture.ts';
import { duplicateRoutes } from '#modules/duplicates/contract.ts';
import { exportRoutes } from '#modules/exports/contract.ts';
import { followUpRoutes, followUpRuleRoutes } from '#modules/follow-ups/contract.ts';
import { genuineRoutes } from '#modules/genuine-check/contract.ts';
import { importRoutes } from '#modules/imports/contract.ts';
import { someMails } from '#modules/incoming-mails/server/letters.fixture.ts';
import { furnishInspections } from '#modules/inspections/server/inspections.fixture.ts';
import { furnishClocks } from '#modules/job-clock/server/workshop.fixture.ts';
import { someLetters } from '#modules/letters/server/letters.fixture.ts';
import { Member } from '#modules/members/server/members.fixture.ts';
import { bringBalances, takeOver } from '#modules/members/server/openings.fixture.ts';
import { someTemplates } from '#modules/message-templates/server/templates.fixture.ts';
import { furnishMobility } from '#modules/mobility/server/mobility.fixture.ts';
import { unitsAbove } from '#modules/organisation/server/queries-sharing.ts';
import { furnishPartIssues } from '#modules/part-issues/server/part-issues.fixture.ts';
import { peopleRoutes, staffRoutes } from '#modules/people/contract.ts';
import { someCalls } from '#modules/phone-calls/server/calls.fixture.ts';
import { aPageInUse } from '#modules/portal/server/portal.fixture.ts';
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
import { furnishBriefs } from './furnishing-briefs.ts';
import { furnishCheckIns } from './furnishing-check-ins.ts';
import { furnishLevels } from './furnishing-levels.ts';
import { aPriceList } from './furnishing-prices.ts';
import { letProgramsIn, putIn } from './furnishing-programs.ts';
import { furnishReviews } from './furnishing-reviews.ts';
import { furnishSurveys } from './furnishing-surveys.ts';

let plates = 0;
const nextPlate = () => `粤B${String(10_000 + plates++)}`;

/** A visit that ended days ago, so that its customer is to be called. */
export async function furnishBefore(shop: TestShop, mark: string): Promise<void> {
  await endedVisit(shop, await shop.employee('owner'), { name: `王秀英${mark}` });
}

/** Visits in several states: quoted, in work, delivered. What follows from them comes with the days. */
export async function furnishVisits(shop: TestShop): Promise<void> {
  await furnishClocks(shop, nextPlate());
  const quoted = await Visit.begin(shop, nextPlate());
  await quoted.receive();
  await quoted.inspect();
  await quoted.estimate();
  await addPaper(quoted.advisor, quoted.order.id);
  await quoted.advisor.call(serviceOrderRoutes.askDiscount, {
    params: quoted.params,
    body: { amountFen: 500_00, reason: '老客户' },
  });
  await furnishCheckIns(shop, nextPlate);
  await furnishInspections(shop, nextPlate);
  await furnishDeliveries(shop, nextPlate);
  await aPageInUse(shop, nextPlate);
  await furnishMobility(shop, nextPlate);
  await furnishSublets(shop, nextPlate);
  await furnishPartIssues(shop, nextPlate);
  await furnishRepeats(shop, nextPlate);
  const inWork = await Visit.begin(shop, nextPlate());
  await inWork.toWork();
  for (const steps of [
    [],
    ['toWork', 'doJobs'],
    ['toWork', 'doJobs', 'check'],
    ['toReady'],
    ['toReady', 'settle'],
    ['toDelivered'],
  ] as const) {
    const visit = await Visit.begin(shop, nextPlate());
    if (steps.length === 0) await visit.receive();
    for (const step of steps) await visit[step]();
  }
}

async function addPaper(advisor: TestEmployee, orderId: string): Promise<void> {
  const fileId = await upload(advisor, 'note.csv');
  const body = { fileId, kind: 'document', caption: '旧件照片' } as const;
  await advisor.call(serviceOrderRoutes.addPaper, { params: { orderId }, body });
}

async function upload(by: TestEmployee, name: string): Promise<string> {
  const reply = await by.shop.http.inject({
    method: 'POST',
    url: `/api/v1/files?name=${name}`,
    headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
    payload: Buffer.from(`姓名,电话,车牌\n张三${by.id},13800138001,粤A54321\n`),
  });
  return reply.json().id;
}

/** What the days after bring: calls with a matter and a complaint, contacts, consent, an import, keys, messages. */
export async function furnishLater(shop: TestShop, mark: string): Promise<void> {
  const owner = await shop.employee('owner');
  const customerId = await callACustomer(shop, mark);
  await furnishSurveys(shop, mark);
  await ruleOfItsOwn(owner);
  await owner.call(customerRoutes.addContact, {
    params: { customerId },
    body: { name: `司机老李${mark}`, role: 'driver' },
  });
  await askForRights(owner, customerId, mark);
  await owner.call(customerRoutes.recordConsent, {
    params: { customerId },
    body: { purpose: 'marketing', channel: 'sms', given: true, evidence: '进厂登记表签字' },
  });
  const complaint = await received(owner, { customerId });
  await upTo(owner, complaint.id, 'investigate');
  const fileId = await upload(owner, 'list.csv');
  const list = await owner.call(importRoutes.begin, { body: { fileId } });
  await shop.settle();
  await owner.call(importRoutes.keepMap, {
    params: { importId: list.id },
    body: { name: `老系统${mark}` },
  });
  await owner.call(peopleRoutes.addApiKey, {
    body: { name: `报表${mark}`, roleKey: 'cashier', expiresAt: '2027-06-01T00:00:00.000Z' },
  });
  await aPriceList(owner, mark);
  await aDayAtTheDesk(shop, nextPlate());
  await aBook(owner, mark);
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
  await nameStandIn(shop, owner);
  await letProgramsIn(shop, owner);
  await complaintsOnTheWay(owner, customerId);
  await workOnComplaints(owner, new Date(shop.now.getTime() + 72 * 3_600_000).toISOString(), mark);
  await furnishComplaintPages(shop, owner);
  await furnishLevels(owner, customerId, mark);
  await furnishReviews(shop, mark);
  await furnishTrainingCases(shop, mark);
  await furnishReports(shop, mark);
  await furnishBriefs(shop, mark);
  await putIn(shop, owner, customerId);
  await shareUp(shop);
  await aMember(shop, customerId);
  await remindAndGroup(shop, owner, mark);
  await onFileTwice(shop, owner, mark);
  await shop.settle();
}

/** Somebody who is on file three times: two files merged, the third found by a search. */
async function onFileTwice(shop: TestShop, owner: TestEmployee, mark: string): Promise<void> {
  const add = () =>
    owner.call(customerRoutes.add, { body: { name: `刘洋${mark}`, phone: '13600136000' } });
  const [kept, gone] = [await add(), await add(), await add()];
  await owner.call(duplicateRoutes.mergeCustomers, {
    params: { customerId: kept.id },
    body: { otherCustomerId: gone.id, version: kept.version, otherVersion: gone.version },
  });
  await shop.settle();
  await owner.call(duplicateRoutes.search, {});
}

/** A member who prepaid, bought a package, spent, asked for a refund, and had something left in another program. */
async function aMember(shop: TestShop, customerId: string): Promise<void> {
  const member = await Member.join(shop, customerId);
  await member.topUp(1_000_00, 200_00);
  const { id: topUpId } = await member.topUp(500_00);
  await member.buy();
  await member.spend(60_00);
  await member.correct(100);
  await member.ask({ topUpId, ground: 'consumerReason' });
  const left = { card: member.record.number, principal: '100', points: '5' };
  const list = await bringBalances(member.owner, [left]);
  if (list.counts.ready > 0) await takeOver(member.owner, list.id);
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

async function callACustomer(shop: TestShop, mark: string): Promise<string> {
  const agent = await shop.employee('followUpAgent');
  const { items } = await agent.call(followUpRoutes.due, {});
  const [first] = items;
  if (!first) throw new Error(`nobody is to be called in ${mark}`);
  await agent.call(followUpRoutes.record, {
    params: { followUpId: first.id },
    body: {
      result: 'connected',
      reason: 'talked',
      mainPoints: '刹车还是响',
      matters: [{ kind: 'question', content: '下次保养什么时候' }],
      complaint: { kind: 'repairTechnique', content: '刹车还是响，要求重做' },
    },
  });
  return first.customer.id;
}

/** An offer, a car that is due, a segment, a rating. */
async function remindAndGroup(shop: TestShop, owner: TestEmployee, mark: string): Promise<void> {
  const customer = { name: `到期客户${mark}`, phone: '13900139000' };
  const { id: ownerId } = await owner.call(customerRoutes.add, { body: customer });
  const body = { plate: nextPlate(), ownerId, insuranceUntil: '2026-12-31' };
  await owner.call(vehicleRoutes.add, { body });
  const days = { fromOn: '2026-12-01', untilOn: '2026-12-31' };
  const offer = { kind: 'offer', name: `优惠月${mark}`, ...days } as const;
  await owner.call(offerRoutes.add, { body: offer });
  const segment = { name: `沉睡客户${mark}`, isShared: true, conditions: {} };
  await owner.call(segmentRoutes.add, { body: segment });
  const round = { name: `十二月之星${mark}`, ...days, criterion: 'spend', places: 10 } as const;
  await owner.call(ratingRoutes.open, { body: round });
  await shop.settle();
}

async function nameStandIn(shop: TestShop, owner: TestEmployee): Promise<void> {
  const [absent, standIn] = [await shop.employee('advisor'), await shop.employee('technician')];
  await owner.call(staffRoutes.nameStandIn, {
    params: { employeeId: absent.id },
    body: {
      standInId: standIn.id,
      fromAt: shop.now.toISOString(),
      untilAt: new Date(shop.now.getTime() + 9 * 24 * 3_600_000).toISOString(),
    },
  });
}

/** Cases that stand at different steps, so that each step finds one that it fits. */
async function complaintsOnTheWay(owner: TestEmployee, customerId: string): Promise<void> {
  await received(owner, { customerId });
  for (const step of ['acknowledge', 'propose', 'noteLesson', 'close'] as const) {
    const { id } = await received(owner, { customerId });
    await upTo(owner, id, step);
  }
}

/** By what its customers go up the tree. Nobody is marked as another company: what is not shared would be starred. */
async function shareUp(shop: TestShop): Promise<void> {
  await shop.write(async (work) => {
    const [top] = await unitsAbove(work, shop.unitPath);
    if (!top) return;
    const words = { purpose: '统一回访', document: '共享协议 2026-018' };
    const days = { validFrom: '2026-11-20', validUntil: null };
    await work.insert('sharingBases', { toUnitId: top.id, kind: 'contract', ...words, ...days });
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
