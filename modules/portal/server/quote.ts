import { createHash } from 'node:crypto';
import { atListPrice } from '#modules/service-orders/server/index.ts';
import { sumFen } from '#shared/money.ts';
import type { HeldVisit } from '../contract.ts';
import { brokenPackages } from '../contract-packages.ts';

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
  jobPackageId: string | null;
  listedFen: number | null;
}

/**
 * What waits for the customer's word: the quotation before the work, priced additional items within it. The hash is over
 * all that he is shown of it, so that an answer holds for that and nothing else (D-41).
 */
export function askedOf<Line extends AskedLine>(state: string, lines: readonly Line[]) {
  const open = lines.filter(
    ({ answer, origin, isPriced }) =>
      answer === 'open' &&
      ((state === 'estimated' && origin === 'estimate') ||
        (state === 'inWork' && origin === 'additional' && isPriced)),
  );
  if (open.length === 0) return null;
  const kind: NonNullable<HeldVisit['asks']>['kind'] = state === 'estimated' ? 'estimate' : 'items';
  const hash = createHash('sha256')
    .update(JSON.stringify(open.map(shownOf)))
    .digest('hex');
  return { kind, hash, open };
}

/** What a part of a package costs once it is broken up, in fen. */
export function singlyOf(line: Pick<AskedLine, 'labourFen' | 'partsFen' | 'listedFen' | 'parts'>) {
  const { labourFen, partsFen, parts } = atListPrice(line);
  return { labourFen, partsFen, unitsFen: parts.map(({ unitFen }) => unitFen) };
}

/** Of a part of a package also what it costs singly: that holds where another part is refused. */
function shownOf(line: AskedLine) {
  const { id, description, finding, labourFen, partsFen, payer, parts, jobPackageId } = line;
  const singly = jobPackageId === null ? [] : [jobPackageId, singlyOf(line)];
  return [
    ...[id, description, finding, labourFen, partsFen, payer],
    (parts as readonly Record<string, unknown>[]).map(
      ({ name, origin, quantityThousandths, unit, unitFen }) => [
        ...[name, origin, quantityThousandths, unit, unitFen],
      ],
    ),
    ...singly,
  ];
}

/** The lines that are asked at the prices that hold once this answer is given: a broken package costs what the list asks. */
export function asAnswered<Line extends AskedLine>(
  lines: readonly Line[],
  open: readonly Line[],
  answers: readonly { lineId: string; answer: string }[],
): Line[] {
  const given = new Map(answers.map(({ lineId, answer }) => [lineId, answer]));
  const broken = brokenPackages(
    lines.map(({ id, jobPackageId, answer }) => ({
      jobPackageId,
      answer: given.get(id) ?? answer,
    })),
  );
  return open.map((line) =>
    line.jobPackageId !== null && broken.has(line.jobPackageId)
      ? { ...line, ...atListPrice(line) }
      : line,
  );
}

/** What the customer himself pays of these. */
export const ownSumOf = (lines: readonly Pick<AskedLine, 'labourFen' | 'partsFen' | 'payer'>[]) =>
  sumFen(
    lines
      .filter(({ payer }) => payer === 'customer')
      .flatMap(({ labourFen, partsFen }) => [labourFen, partsFen]),
  );
