export const priceKinds = ['job', 'part'] as const;
export type PriceKind = (typeof priceKinds)[number];
/** 机动车维修管理规定 art. 25: whose standard hours they are; where they differ, those on file hold. */
export const hoursSources = ['maker', 'industry', 'shop'] as const;
/** Kinds of work as the ministry tells them apart; empty where a job is none of them alone. */
export const workGrades = [
  '',
  'overhaul',
  'assembly',
  'secondary',
  'primary',
  'minor',
  'special',
] as const;
/** 机动车维修管理规定 art. 30: 原厂配件、同质配件和修复配件 are marked and priced apart. */
export const partOrigins = ['original', 'equivalent', 'repaired'] as const;
/** What an edition says of its item from its day on. */
export const standings = ['offered', 'notOffered', 'asAbove'] as const;
/** Why a package cannot be quoted at a place on a day; it is shown with the reason, never quoted with a hole. */
export const packageFaults = ['missing', 'unpriced', 'dearer', 'notExact'] as const;
