import {
  type Calendar,
  openingsOn,
  planOf,
  type SumSpan,
  windowOfDays,
} from '#shared/business-calendar.ts';
import { addDays, dateIn, daysBetween, instantAt } from '#shared/dates.ts';
import type { WhyWindow } from '../contract.ts';
import { lastCallOn } from './calling-hours.ts';
import type { FollowUpRule } from './rules.ts';

type Days = Pick<FollowUpRule, 'source' | 'earliestDays' | 'latestDays'>;

export interface Anchor {
  anchor: WhyWindow['anchor'];
  anchorOn: string;
}

export interface Planned {
  earliestOn: string;
  latestOn: string;
  dueAt: Date;
  /** Kept with the follow-up, so that it can be told why it falls into these days. */
  why: WhyWindow;
  spans: SumSpan[];
}

const anchorWords: Readonly<Record<WhyWindow['anchor'], string>> = {
  delivered: '取车',
  leftUnrepaired: '来访咨询',
  firstDone: '第一次追踪',
  firstDue: '第一次追踪的最后一天',
  missed: '预约未到店',
  complaintClosed: '投诉办结',
  firstRegistered: '上牌',
  lastVisit: '上次来店',
  dueList: '列入到期提醒',
  segment: '按客户分组安排',
};

/** The days of a follow-up by its rule and the business calendar, with the whole sum (FUP-01, FUP-02). */
export function planWindow(
  rule: Days,
  { anchor, anchorOn }: Anchor,
  business: Calendar,
  calling: Calendar,
): Planned {
  const window = windowOfDays(business, anchorOn, rule);
  const dueAt = lastCallOn(calling, business, window.latestOn);
  const spans = spansOf(business, anchor, anchorOn, window.latestOn, window.plannedLatestOn);
  const why: WhyWindow = {
    source: rule.source,
    anchor,
    anchorOn,
    earliestDays: rule.earliestDays,
    latestDays: rule.latestDays,
    plannedEarliestOn: window.plannedEarliestOn,
    plannedLatestOn: window.plannedLatestOn,
    skipped: window.skipped.map(({ date, moved, note }) => ({ date, moved, note })),
    spans: spans.map(({ kind, from, to, minutes, note }) => ({
      kind,
      from: from.toISOString(),
      to: to.toISOString(),
      minutes,
      note,
    })),
    dueAt: dueAt.toISOString(),
  };
  return { earliestOn: window.earliestOn, latestOn: window.latestOn, dueAt, why, spans };
}

/** Whole days by the calendar from the day after the anchor; closed days at the end that brought it forward. */
function spansOf(
  business: Calendar,
  anchor: WhyWindow['anchor'],
  anchorOn: string,
  latestOn: string,
  plannedLatestOn: string,
): SumSpan[] {
  const at = (date: string) => instantAt(business.zone, date, '00:00');
  const days = daysBetween(anchorOn, latestOn);
  const from = at(addDays(anchorOn, 1));
  const to = at(addDays(latestOn, 1));
  const note = `${anchorWords[anchor]}（${anchorOn}）后第 1 天至第 ${days} 天，按自然日`;
  const spans: SumSpan[] = [{ kind: 'counted', from, to, minutes: days * 1440, note }];
  for (let date = addDays(latestOn, 1); date <= plannedLatestOn; date = addDays(date, 1)) {
    const closed = `${planOf(business, date).note}，最后一天提前`;
    spans.push({
      kind: 'closed',
      from: at(date),
      to: at(addDays(date, 1)),
      minutes: 0,
      note: closed,
    });
  }
  return spans;
}

/**
 * Until when a customer is to be told of a solution found now: the end of this working day; found after hours, the
 * end of today's calling hours; found on a closed day or at night, the end of the next working day (FUP-05).
 */
export function endOfTellingDay(
  business: Calendar,
  calling: Calendar,
  now: Date,
): { dueAt: Date; spans: SumSpan[] } {
  const today = dateIn(business.zone, now);
  const isWorkingDay = openingsOn(business, today).length > 0;
  const ends = [
    openingsOn(business, today).at(-1)?.to,
    isWorkingDay ? openingsOn(calling, today).at(-1)?.to : undefined,
  ];
  let dueAt = ends.find((end) => end !== undefined && end > now);
  for (let day = addDays(today, 1); !dueAt; day = addDays(day, 1)) {
    if (daysBetween(today, day) > 3660) throw new RangeError('the calendar has no working day');
    dueAt = openingsOn(business, day).at(-1)?.to;
  }
  const minutes = Math.round((dueAt.getTime() - now.getTime()) / 60_000);
  const note = '找到解决办法的当日告知客户';
  return { dueAt, spans: [{ kind: 'counted', from: now, to: dueAt, minutes, note }] };
}
