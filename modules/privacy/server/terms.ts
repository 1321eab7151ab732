import { calendarOf, defineRule, promise } from '#modules/commitments/server/index.ts';
import { settingOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addWorkingDays } from '#shared/business-calendar.ts';
import { dateIn } from '#shared/dates.ts';
import type { RightsRow } from './queries-requests.ts';

/** How long an answer may take, from a day on; who changes it adds a row and leaves what was. */
interface Term {
  fromOn: string;
  workingDays: number;
  /** What one extension adds. */
  extensionDays: number;
  source: string;
}

/** The law asks for an answer in good time and names no number of days; this one is the house's own. */
const ownPolicy: readonly Term[] = [
  {
    fromOn: '2021-11-01',
    workingDays: 15,
    extensionDays: 15,
    source: '企业自定：15 个工作日内答复（个人信息保护法第五十条要求及时，未定天数）',
  },
];

/** The term that held on a day: the tenant's own rows under `privacy.requestTerms`, else what is shipped. */
export async function termOn(work: Work, orgPath: string, at: Date): Promise<Term> {
  const own = await settingOf<readonly Term[]>(work, 'privacy.requestTerms', orgPath, []);
  const on = dateIn(zoneOfTenant, at);
  const held = [...ownPolicy, ...own].filter(({ fromOn }) => fromOn <= on);
  return (
    held.toSorted((one, other) => one.fromOn.localeCompare(other.fromOn)).at(-1) ?? ownPolicy[0]!
  );
}

/** Its owner is warned two days before; past the term whoever runs the house hears of it. */
export const answerRule = defineRule({
  key: 'privacy.answerRequest',
  source: '企业自定期限；个人信息保护法第五十条：及时受理和处理个人行使权利的申请',
  term: { kind: 'until' },
  warnBeforeMinutes: 2 * 1440,
  ladder: [{ afterMinutes: 0, permission: 'organisation.manage' }],
});

export const aboutRequest = ({ id, orgPath }: { id: string; orgPath: string }) => ({
  type: 'rightsRequest',
  id,
  orgPath,
});

/** So many working days after a request came in, by the calendar of its place. */
export async function dueAfter(work: Work, orgPath: string, from: Date, workingDays: number) {
  return addWorkingDays(await calendarOf(work, orgPath), from, workingDays);
}

/** Starts the clock of a request, or moves it to the later day. */
export async function promiseAnswer(
  work: Work,
  row: RightsRow,
  { dueAt, spans }: Awaited<ReturnType<typeof dueAfter>>,
  { ownerId, subject }: { ownerId: string | null; subject: string },
): Promise<void> {
  const { orgUnitId, orgPath, receivedAt: from } = row;
  const about = { type: 'rightsRequest', id: row.id };
  const place = { orgUnitId, orgPath, ownerId, subject };
  await promise(work, { rule: answerRule, about, ...place, from, dueAt, sum: spans });
}
