import type { Complaint } from '#modules/complaints/contract.ts';
import { complaintLabels } from '#modules/complaints/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { dateIn } from '#shared/dates.ts';
import { formatFen } from '#shared/money.ts';
import { dayInWords } from '../judge/redaction.ts';
import type { CasePart } from '../lifecycle.ts';
import { draftWords, redactionWords } from '../locales/words-draft.ts';

export type Parts = Record<CasePart, string>;
type Day = (at: string | null) => string;

const most = 8000;
const lines = (all: readonly string[]) =>
  all
    .filter((line) => line.trim() !== '')
    .join('\n')
    .slice(0, most);

/** Steps whose words say nothing of what was done for the customer, or say it a second time. */
const untold = ['noteLesson', 'assess', 'assign', 'watch', 'receive', 'close'];

/**
 * The first words of a case, out of the record of its complaint: what was said, why it came to it, what was done and
 * when against which term, what the customer got, what was learnt. Persons are still in it: `redacted` takes them out.
 */
export function composed(complaint: Complaint, language: PrintLocale): Parts {
  const words = draftWords[language];
  const labels = complaintLabels(language);
  const receivedOn = dateIn(zoneOfTenant, new Date(complaint.receivedAt));
  const day: Day = (at) =>
    at === null
      ? ''
      : dayInWords(dateIn(zoneOfTenant, new Date(at)), receivedOn, redactionWords[language]);
  const first = complaint.points.find(({ causeKind }) => causeKind) ?? complaint.points[0];
  const className = first && labels.node(first.classKey, first.className);
  const causeName = first && labels.node(first.causeKey, first.causeName);
  return {
    title: [[labels.say(complaint.kind), className].filter(Boolean).join(' › '), causeName]
      .filter(Boolean)
      .join('：')
      .slice(0, 200),
    story: lines([complaint.content, ...pointsSaid(complaint, language)]),
    cause: lines(causesFound(complaint, language)),
    actions: lines([
      ...stepsTaken(complaint, day, language),
      ...clocksKept(complaint, day, language),
    ]),
    remedy: lines(remediesGiven(complaint, day, language)),
    outcome: lines(outcomeOf(complaint, day, language)),
    lesson: complaint.lesson,
    questions: words.questions,
  };
}

function pointsSaid({ points }: Complaint, language: PrintLocale): string[] {
  const { say, node } = complaintLabels(language);
  const told = points.filter(({ what }) => what !== '');
  return told.map(({ position, what, kind, classKey, className, outcome }) =>
    [
      `${position}. ${what}（`,
      [say(kind), node(classKey, className)].filter(Boolean).join(' › '),
      outcome ? `，${say(`pointOutcome_${outcome}`)}` : '',
      '）',
    ].join(''),
  );
}

function causesFound(complaint: Complaint, language: PrintLocale): string[] {
  const { cause: causeWord, node } = complaintLabels(language);
  const words = draftWords[language];
  const one = (kind: Complaint['causeKind'], name: string, cause: string, by: string) =>
    [
      [kind && causeWord(kind), name].filter(Boolean).join(' › '),
      cause && `：${cause}`,
      by && `（${words.responsible}${by}）`,
    ].join('');
  const ofPoints = complaint.points
    .filter(({ causeKind, cause }) => causeKind || cause)
    .map((point) =>
      one(
        point.causeKind,
        node(point.causeKey, point.causeName),
        point.cause,
        point.responsibility,
      ),
    );
  return ofPoints.length > 0
    ? ofPoints
    : [one(complaint.causeKind, '', complaint.cause, complaint.responsibility)];
}

function stepsTaken(complaint: Complaint, day: Day, language: PrintLocale): string[] {
  const { say } = complaintLabels(language);
  const words = draftWords[language];
  const steps = complaint.entries
    .filter((entry) => entry.words !== '' && !untold.includes(entry.step))
    .map((entry) => ({ at: entry.at, said: `${say(entry.step)}：${entry.words}` }));
  const tasks = complaint.tasks
    .filter(({ state, endedAt }) => state === 'done' && endedAt !== null)
    .map(({ what, result, endedAt, dueAt }) => ({
      at: endedAt!,
      said: `${words.task}${what}${result && ` → ${result}`}（${standing(endedAt!, dueAt, day, language)}）`,
    }));
  return [...steps, ...tasks]
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .map(({ at, said }) => `${day(at)} ${said}`);
}

/** By when it was to be done, and whether it was. */
function standing(at: string, dueAt: string, day: Day, language: PrintLocale): string {
  const words = draftWords[language];
  const isKept = Date.parse(at) <= Date.parse(dueAt);
  return `${words.due}${day(dueAt)}，${isKept ? words.inTime : words.late}`;
}

function clocksKept(complaint: Complaint, day: Day, language: PrintLocale): string[] {
  const { clock } = complaintLabels(language);
  const words = draftWords[language];
  return complaint.commitments
    .filter(({ rule, settledAt }) => settledAt !== null && clock(rule) !== '')
    .map(
      ({ rule, dueAt, settledAt }) =>
        `${words.clock}${clock(rule)}：${day(settledAt)}（${standing(settledAt!, dueAt, day, language)}）`,
    );
}

function remediesGiven(complaint: Complaint, day: Day, language: PrintLocale): string[] {
  const { say } = complaintLabels(language);
  const words = draftWords[language];
  const remedies = complaint.tasks.filter(
    ({ purpose, state }) => purpose === 'remedy' && state !== 'dropped',
  );
  return [
    complaint.solution && `${words.solution}${complaint.solution}`,
    complaint.measure && `${words.measure}${complaint.measure}`,
    ...remedies.map(({ remedyKind, what, amountFen, dueAt }) =>
      [
        remedyKind && say(`remedy_${remedyKind}`),
        what,
        amountFen > 0 && formatFen(amountFen),
        `${words.due}${day(dueAt)}`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

function outcomeOf(complaint: Complaint, day: Day, language: PrintLocale): string[] {
  const { say, way } = complaintLabels(language);
  const words = draftWords[language];
  const { toldAt, toldHow, satisfaction, costFen, timesReopened, closedAt, exception } = complaint;
  return [
    toldAt ? `${words.told}${day(toldAt)}${toldHow ? `（${way(toldHow)}）` : ''}` : '',
    satisfaction ? `${words.satisfaction}${say(satisfaction)}` : '',
    closedAt ? `${words.closed}${day(closedAt)}` : '',
    exception ? words.byException : '',
    timesReopened > 0 ? `${words.reopened}${timesReopened}` : '',
    costFen ? `${words.cost}${formatFen(costFen)}` : '',
  ];
}
