import { graceAt } from '#modules/appointments/server/index.ts';
import { calendarOf } from '#modules/commitments/server/index.ts';
import { complaintTermsOf } from '#modules/complaints/server/index.ts';
import { zoneOfTenant } from '#modules/organisation/server/index.ts';
import { addressOf, openedAt } from '#modules/prices/server/index.ts';
import { rightsTermOn } from '#modules/privacy/server/index.ts';
import { minimumGuarantee } from '#modules/service-orders/server/index.ts';
import type { Work } from '#platform/work.ts';
import { type Calendar, planOf } from '#shared/business-calendar.ts';
import { addDays, dateIn, type Weekday, weekdayOf } from '#shared/dates.ts';
import type { PublicShop } from '../contract.ts';
import { bookedKinds } from '../contract-vocabulary.ts';
import { houseOf, type Place } from './queries.ts';

/** What a manager wrote, or what holds before he has written anything. */
export type Written = Pick<
  PublicShop,
  | 'intro'
  | 'mapPoint'
  | 'rescuePhone'
  | 'complaintPhone'
  | 'promises'
  | 'receptionSteps'
  | 'complaintSteps'
  | 'authorityPhone'
  | 'transportPhone'
  | 'takesBookings'
  | 'fetches'
  | 'changeUntilHours'
>;

const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const daysLookedAhead = 21;
/** As the law names them, an example of each: see `minimumGuarantee`. */
const gradeOf = { whole: 'overhaul', secondary: 'secondary', light: 'minor' } as const;

/** The page of a shop: what was written, and what the modules work by at its place on this day (STD-03). */
export async function shopShown(
  work: Work,
  place: Place,
  written: Written,
  publicUrl: string,
): Promise<PublicShop> {
  const { orgPath, name, address, phone, code } = place;
  const { house, code: houseCode } = await houseOf(work);
  const calendar = await calendarOf(work, orgPath);
  const today = dateIn(zoneOfTenant, work.now);
  const works = Object.entries(gradeOf) as [keyof typeof gradeOf, (typeof gradeOf)['whole']][];
  const terms = works.map(([kind, grade]) => ({ kind, ...minimumGuarantee(grade, '', today) }));
  const prices = await openedAt(work, orgPath);
  const listAt = prices.isOpen ? await addressOf(work, place, publicUrl) : '';
  const { answer } = await complaintTermsOf(work, orgPath);
  return {
    ...{ house, name, address, phone },
    ...written,
    complaintPhone: written.complaintPhone || prices.complaintPhone,
    week: weekdays.map((weekday) => ({ weekday, spans: spansOf(calendar.weekly[weekday]) })),
    otherDays: otherDaysFrom(calendar, today),
    answerHours: answer.unassessed,
    graceMinutes: (await graceAt(work, orgPath)).graceMinutes,
    rightsDays: (await rightsTermOn(work, orgPath, work.now)).workingDays,
    guarantees: terms.map(({ kind, days, km }) => ({ work: kind, days, km })),
    guaranteeSource: terms[0]!.source,
    pricesAt: listAt.slice(publicUrl.length),
    genuineAt: codesPage(houseCode, code),
    kinds: written.takesBookings ? [...bookedKinds] : [],
  };
}

/** Where a code on a part is checked; the shop goes along, so that its place is known. */
export const codesPage = (house: string, shop: string) =>
  `/g?${new URLSearchParams({ h: house, s: shop })}`;

const spansOf = (spans: readonly { from: string; to: string }[]) =>
  spans.map(({ from, to }) => ({ from, to }));

/** Holidays, make-up days and days with hours of their own, as far as somebody plans a visit. */
function otherDaysFrom(calendar: Calendar, today: string): PublicShop['otherDays'] {
  return Array.from({ length: daysLookedAhead }, (_, ahead) => addDays(today, ahead)).flatMap(
    (on) => {
      const plan = planOf(calendar, on);
      const usual = JSON.stringify(spansOf(calendar.weekly[weekdayOf(on)]));
      const spans = spansOf(plan.spans);
      return plan.kind === 'weekly' || JSON.stringify(spans) === usual
        ? []
        : [{ on, spans, note: plan.note }];
    },
  );
}
