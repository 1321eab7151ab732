/** Why a file cannot be read, in words that the screen has a sentence for. */
export type SheetFaultCode =
  | 'file_not_xlsx'
  | 'file_old_xls'
  | 'file_encrypted'
  | 'file_broken'
  | 'file_too_large'
  | 'too_many_rows'
  | 'too_many_columns'
  | 'sheet_missing'
  | 'reading_stopped';

/** The file, not the program, is at fault. `detail` is for the log; the person reads the code's sentence. */
export class SheetFault extends Error {
  readonly code: SheetFaultCode;
  readonly detail: string;

  constructor(code: SheetFaultCode, detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'SheetFault';
    this.code = code;
    this.detail = detail;
  }
}
