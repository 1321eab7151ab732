import type { SheetRow } from '#shared/cells.ts';
import type { SheetFaultCode } from './fault.ts';
import type { SheetLimits } from './limits.ts';
import type { SheetSummary } from './reading.ts';

/** What the reading thread is started with. */
export interface ReadingOrder {
  task: 'summarise' | 'rows';
  path: string;
  sheet: string | undefined;
  /** Rows up to this number are left out. */
  after: number;
  limits: SheetLimits;
}

/** What it answers each time it is asked for more. */
export type ReadingAnswer =
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'summary'; sheets: SheetSummary[] }
  | { kind: 'end' }
  | { kind: 'fault'; code: SheetFaultCode; detail: string };
