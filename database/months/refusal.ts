/** Why a month was not exported or not dropped; stable, for callers and tests. */
export type MonthsRefusalCode =
  | 'not_by_month'
  | 'no_such_month'
  | 'month_not_over'
  | 'month_malformed'
  | 'folder_not_usable'
  | 'file_missing'
  | 'file_differs'
  | 'too_young'
  | 'not_proved'
  | 'held'
  | 'still_pointed_at';

/** A refusal that whoever runs the house can act on: Chinese first, English below, printed without a stack. */
export class MonthsRefused extends Error {
  readonly code: MonthsRefusalCode;

  constructor(code: MonthsRefusalCode, chinese: string, english: string) {
    super(`${chinese}\n${english}`);
    this.name = 'MonthsRefused';
    this.code = code;
  }
}
