import type { orderKinds } from '#modules/service-orders/contract.ts';
import type { Grade, GradeProposal } from '../contract.ts';

type OrderKind = (typeof orderKinds)[number];

/** What is known of a car when it comes in. */
export interface GradeFacts {
  readonly kind: OrderKind;
  readonly mileageKm: number;
  /** Since its last secondary maintenance or something larger; `null` if none is on file. */
  readonly last: { readonly mileageKm: number; readonly days: number } | null;
}

/** Of small passenger cars, whichever comes first; the maker's manual goes before it. */
const secondaryEvery = {
  km: 40_000,
  days: 120,
  source: 'GB/T 18344-2016 参考周期（小型乘用车 40,000 km/120 日，正文未核对）；以车型保养手册为准',
} as const;
const byKind = { source: '业务接待工作程序：由检验员依报修内容确定作业级别' } as const;
/** Of these the words of the customer are about a fault, not about the calendar. */
const gradeOfKind: Readonly<Record<Exclude<OrderKind, 'maintenance'>, Grade>> = {
  repair: 'minor',
  repeatRepair: 'minor',
  enquiry: 'minor',
  bodyPaint: 'special',
  inspection: 'special',
};

/** Which grade of work it seems to be, and why: the inspector decides (WSH-03). Overhauls are proposed by nobody. */
export function gradeFor({ kind, mileageKm, last }: GradeFacts): GradeProposal {
  if (kind !== 'maintenance') {
    const grade = gradeOfKind[kind];
    const reason = grade === 'minor' ? 'orderIsRepair' : 'orderIsOther';
    return { grade, reason, km: null, days: null, source: byKind.source };
  }
  const { source } = secondaryEvery;
  if (!last)
    return { grade: 'secondary', reason: 'secondaryNeverSeen', km: null, days: null, source };
  const km = Math.max(0, mileageKm - last.mileageKm);
  const { days } = last;
  if (km >= secondaryEvery.km) {
    return { grade: 'secondary', reason: 'secondaryDueByKm', km, days, source };
  }
  if (days >= secondaryEvery.days) {
    return { grade: 'secondary', reason: 'secondaryDueByDays', km, days, source };
  }
  return { grade: 'primary', reason: 'secondaryNotDue', km, days, source };
}
