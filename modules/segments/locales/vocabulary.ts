export const standings = ['active', 'sleeping', 'lost', 'never'] as const;
export type Standing = (typeof standings)[number];
export const formulaKeys = ['months', 'interval', 'visits'] as const;
export type FormulaKey = (typeof formulaKeys)[number];
export const valueClasses = ['high', 'middle', 'low', 'none'] as const;
/** How long ago the last visit was: within so many months, longer ago, or never. */
export const recencies = ['m3', 'm6', 'm12', 'm24', 'older', 'never'] as const;
export const criteria = ['spend', 'visits'] as const;
