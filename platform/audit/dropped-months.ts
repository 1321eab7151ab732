import { createHash } from 'node:crypto';
import { globalStatement } from '../sql.ts';
import type { Work } from '../work.ts';
import type { Head } from './signing.ts';

/** A month of a table that was exported to a file and then dropped. */
export interface DroppedMonth {
  tableName: string;
  /** `2027-01` */
  month: string;
  rows: number;
  /** Of the file's lines before they were compressed, hexadecimal. */
  sha256: string;
  signature: Buffer;
  /** The ids that lay in it: from the one, before the other. */
  fromId: string;
  untilId: string;
}

const ofTheAudit = globalStatement<DroppedMonth, object>(
  'audit.droppedMonths',
  `select table_name, to_char(month, 'YYYY-MM') as month, rows, sha256, signature,
          first_id_at(month::timestamp at time zone 'UTC') as from_id,
          first_id_at((month + interval '1 month') at time zone 'UTC') as until_id
     from dropped_months where table_name = 'audit_entries' order by month limit 2000`,
);
/** The months of the audit whose entries lie in files, the oldest first. */
export const droppedMonths = async (work: Work): Promise<DroppedMonth[]> =>
  work.rows(ofTheAudit, {});

const nobody = '00000000-0000-0000-0000-000000000000';

/**
 * What is signed of a dropped month: a head of nobody's chain, so that the audit's own key and check serve. Whoever has
 * the database alone can take a month away, but not call it exported.
 */
export function headOfDropped(
  of: Pick<DroppedMonth, 'tableName' | 'month' | 'rows' | 'sha256'>,
): Head {
  const { tableName, month, rows, sha256 } = of;
  const hash = createHash('sha256')
    .update(JSON.stringify([tableName, month, rows, sha256]))
    .digest();
  return { tenantId: nobody, seq: Number(month.replace('-', '')), hash };
}

/** Whether the installation itself dropped it. */
export const isSoundlyDropped = (
  month: DroppedMonth,
  { isSigned }: { isSigned: (head: Head, signature: Buffer) => boolean },
): boolean => isSigned(headOfDropped(month), month.signature);
