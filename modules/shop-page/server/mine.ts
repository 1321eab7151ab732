import {
  commercialReminders,
  consentPurposes,
  reminderKinds,
} from '#modules/customers/contract.ts';
import {
  type CustomerRow,
  changeCustomer,
  chooseReminder,
  customerById,
  recordConsent,
  reminderChoicesOf,
} from '#modules/customers/server/index.ts';
import {
  confirmByCode,
  defineLinkPurpose,
  linksAbout,
  makeLink,
  mustBeConfirmed,
  needsMessage,
  proveByCode,
  sendCode,
} from '#modules/links/server/index.ts';
import { unitById } from '#modules/organisation/server/index.ts';
import {
  askForRights,
  personalDataOf,
  readingWords,
  rightsTermOn,
  tableNames,
} from '#modules/privacy/server/index.ts';
import type { Handlers } from '#platform/http.ts';
import { placed, refuseNotShared } from '#platform/privacy.ts';
import { notFound, ruleBroken } from '#platform/problem.ts';
import type { Language } from '#platform/words.ts';
import type { Work } from '#platform/work.ts';
import { birthdayInWords, maskBirthday } from '#shared/birthdays.ts';
import type { dataLinkRoutes, HeldData, heldDataRoutes } from '../contract.ts';
import { dataLink } from './limits.ts';
import { carsOf, lastWordsOf } from './queries-mine.ts';

defineLinkPurpose({
  name: 'myData',
  aboutType: 'customer',
  phoneOf: async (work, customerId) => (await customerById(work, customerId))?.phone,
});

/** The desk's side: who keeps the file, with a fresh proof of his own, hands the customer a way to it. */
export const dataLinks: Handlers<typeof dataLinkRoutes> = {
  links: async (work, { params }) => {
    const { id } = await customerOr404(work, params.customerId);
    return { items: await linksAbout(work, 'customer', id) };
  },
  preview: async (work, { params }, { language }) => {
    const { orgPath } = await customerOr404(work, params.customerId);
    refuseNotShared(work.actor, orgPath);
    return placed(await shown(work, params.customerId, { proof: 'given', language }), orgPath);
  },
  makeLink: async (work, { params, body }, { host }) => {
    const about = await customerOr404(work, params.customerId);
    refuseNotShared(work.actor, about.orgPath);
    const { validDays = dataLink.validDays, maxUses = dataLink.maxUses } = body;
    return makeLink(work, host.publicUrl, { purpose: 'myData', about, validDays, maxUses });
  },
};

/** The customer's side: what is held of him, and what he may change about it himself. */
export const heldData: Handlers<typeof heldDataRoutes> = {
  read: async (work, { params }, { language }) =>
    shown(work, params.customerId, { proof: await proofIn(work), language }),
  prove: async (work, { params, body }, call) => {
    await proveByCode(work, body.code, call);
    const { language } = call;
    const needs = await needsMessage(work);
    return shown(work, params.customerId, { proof: needs ? 'message' : 'given', language });
  },
  sendCode: (work, _, call) => sendCode(work, call),
  confirm: async (work, { params, body }, call) => {
    await confirmByCode(call, body.code);
    return shown(work, params.customerId, { proof: 'given', language: call.language });
  },
  consent: async (work, { params, body }, { language }) => {
    await mustBeConfirmed(work);
    const { id } = await customerOr404(work, params.customerId);
    const { purpose, given } = body;
    const evidence = hisOwnWord(work);
    await recordConsent(work, id, { purpose, channel: 'any', given, evidence });
    return shown(work, id, { proof: 'given', language });
  },
  remind: async (work, { params, body }, { language }) => {
    await mustBeConfirmed(work);
    const { id } = await customerOr404(work, params.customerId);
    await chooseReminder(work, id, { ...body, evidence: hisOwnWord(work) });
    return shown(work, id, { proof: 'given', language });
  },
  wish: async (work, { params, body }, { language }) => {
    await mustBeConfirmed(work);
    const before = await customerOr404(work, params.customerId);
    refuseHours({ ...before, ...body });
    const { birthday, ...rest } = body;
    const isAsShown = birthday === birthdayShown(before, language);
    const change = isAsShown ? rest : body;
    await changeCustomer(work, before.id, change, undefined);
    return shown(work, before.id, { proof: 'given', language });
  },
  ask: async (work, { params, body }, { language }) => {
    await mustBeConfirmed(work);
    const { id, name } = await customerOr404(work, params.customerId);
    const identityBy = work.actor.holds?.isConfirmed ? 'messageCode' : 'linkCode';
    const how = { channel: 'link', identityBy, askedByName: name } as const;
    await askForRights(work, id, { ...how, kind: body.kind, wish: body.wish });
    return shown(work, id, { proof: 'given', language });
  },
};

/** Without its year, which he did not write when he saves the rest. */
const birthdayShown = ({ birthday }: CustomerRow, language: Language) =>
  birthdayInWords(maskBirthday(birthday), language);

/** How it is known, in the ledger of what he allowed. */
const hisOwnWord = ({ actor }: Work) =>
  `客户本人通过链接操作，已核对${actor.holds?.isConfirmed ? '短信验证码' : '手机尾号'}`;

/** Both ends of the hours, or none; compared as they stand on a clock. */
function refuseHours({ callFrom, callUntil }: Pick<CustomerRow, 'callFrom' | 'callUntil'>): void {
  if (callFrom === null && callUntil === null) return;
  if (callFrom === null || callUntil === null || callFrom.slice(0, 5) >= callUntil.slice(0, 5))
    throw ruleBroken('/callUntil', 'call_hours_order');
}

/** What who came still has to show: the digits of his telephone, a code that is sent to it, or nothing more. */
type Proof = 'digits' | 'message' | 'given';
async function proofIn(work: Work): Promise<Proof> {
  if (await needsMessage(work)) return 'message';
  return work.actor.holds!.isProved ? 'given' : 'digits';
}

async function customerOr404(work: Work, customerId: string) {
  const row = await customerById(work, customerId);
  if (!row) throw notFound();
  return row;
}

async function shown(
  work: Work,
  customerId: string,
  { proof, language }: { proof: Proof; language: Language },
): Promise<HeldData> {
  const isProved = proof === 'given';
  const row = await customerOr404(work, customerId);
  const { name, wishes, orgUnitId, orgPath } = row;
  const unit = await unitById(work, orgUnitId);
  const { workingDays: rightsDays } = await rightsTermOn(work, orgPath, work.now);
  const shop = { shopName: unit?.name ?? '—', shopPhone: unit?.phone ?? '', rightsDays };
  const held = { id: customerId, isProved, needsMessage: proof === 'message', ...shop };
  return isProved
    ? { ...held, name, wishes, ...(await everythingOf(work, row, language)) }
    : {
        ...held,
        ...{ name: '', wishes: '', ownWishes: null, keptUntil: null },
        ...{ cars: [], consents: [], reminders: [], kept: [], readings: [], requests: [] },
      };
}

async function everythingOf(work: Work, row: CustomerRow, language: Language) {
  const { id: customerId, doNotMention, preferredChannel, callFrom, callUntil } = row;
  const { kept, keptUntil, readingsByMonth, requests } = await personalDataOf(work, customerId);
  return {
    cars: await carsOf(work, customerId),
    consents: await consentsOf(work, customerId),
    reminders: await remindersOf(work, customerId),
    ownWishes: {
      ...{ doNotMention, preferredChannel, language: row.language },
      birthday: birthdayShown(row, language),
      ...{ callFrom: callFrom?.slice(0, 5) ?? null, callUntil: callUntil?.slice(0, 5) ?? null },
    },
    kept: summed(kept, language),
    keptUntil,
    readings: summedReadings(readingsByMonth, language),
    requests: requests.map(({ number, kind, state, receivedAt, dueAt }) => ({
      ...{ number, kind, state, receivedAt, dueAt },
    })),
  };
}

/** Messages about the visit itself go out unless he said no; offers and sharing only where he said yes. */
const unsaid = { service: true, marketing: false, sharing: false } as const;

async function consentsOf(work: Work, customerId: string): Promise<HeldData['consents']> {
  const words = await lastWordsOf(work, customerId);
  return consentPurposes.map((purpose) => {
    const word = words.find((one) => one.purpose === purpose);
    return {
      purpose,
      isOn: word?.given ?? unsaid[purpose],
      since: word?.at.toISOString() ?? null,
    };
  });
}

/** Each kind is on until he says otherwise. */
async function remindersOf(work: Work, customerId: string): Promise<HeldData['reminders']> {
  const words = await reminderChoicesOf(work, customerId);
  return reminderKinds.map((kind) => {
    const word = words.find((one) => one.kind === kind);
    const needsConsent = commercialReminders.includes(kind);
    return { kind, isOn: word?.isOn ?? true, needsConsent, since: word?.at ?? null };
  });
}

/** Counts by what people call it; what has no name of its own stands together at the end. */
function summed(
  kept: readonly { what: string; rows: number }[],
  language: Language,
): HeldData['kept'] {
  const others = language === 'en' ? 'Other records' : '其他记录';
  const counts = new Map<string, number>();
  for (const { what, rows } of kept) {
    const name = tableNames[what]?.[language === 'en' ? 1 : 0] ?? others;
    counts.set(name, (counts.get(name) ?? 0) + rows);
  }
  return [...counts]
    .map(([what, rows]) => ({ what, rows }))
    .toSorted((one, other) => Number(one.what === others) - Number(other.what === others));
}

/** By month and way; the names of those who work here stand in the copy that he may ask for. */
function summedReadings(
  readings: readonly { month: string; event: string; times: number }[],
  language: Language,
): HeldData['readings'] {
  const counts = new Map<string, HeldData['readings'][number]>();
  for (const { month, event, times } of readings) {
    const key = `${month} ${event}`;
    const before = counts.get(key)?.times ?? 0;
    counts.set(key, { month, how: readingWords(event, language), times: before + times });
  }
  return [...counts.values()].slice(0, 60);
}
