import { createHash } from 'node:crypto';
import { sumFen } from '#shared/money.ts';
import type { HeldVisit } from '../contract.ts';

/** A job with all that the customer is asked of it. */
export interface AskedLine {
  id: string;
  origin: 'estimate' | 'additional';
  isPriced: boolean;
  description: string;
  finding: string;
  labourFen: number;
  partsFen: number;
  payer: string;
  answer: string;
  parts: unknown;
}

/**
 * What waits for the customer's word: the quotation before the work, priced additional items within it. The hash is over
 * all that he is shown of it, so that an answer holds for that and nothing else (D-41).
 */
export function askedOf(state: string, lines: readonly AskedLine[]) {
  const open = lines.filter(
    ({ answer, origin, isPriced }) =>
      answer === 'open' &&
      ((state === 'estimated' && origin === 'estimate') ||
        (state === 'inWork' && origin === 'additional' && isPriced)),
  );
  if (open.length === 0) return null;
  const kind: NonNullable<HeldVisit['asks']>['kind'] = state === 'estimated' ? 'estimate' : 'items';
  const shown = open.map(({ id, description, finding, labourFen, partsFen, payer, parts }) => [
    ...[id, description, finding, labourFen, partsFen, payer],
    (parts as readonly Record<string, unknown>[]).map(
      ({ name, origin, quantityThousandths, unit, unitFen }) => [
        ...[name, origin, quantityThousandths, unit, unitFen],
      ],
    ),
  ]);
  const hash = createHash('sha256').update(JSON.stringify(shown)).digest('hex');
  return { kind, hash, open };
}

/** What the customer himself pays of these. */
export const ownSumOf = (lines: readonly Pick<AskedLine, 'labourFen' | 'partsFen' | 'payer'>[]) =>
  sumFen(
    lines
      .filter(({ payer }) => payer === 'customer')
      .flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]),
  );
