import { wire } from '#platform/wire.ts';
import { plainText } from '#shared/hint.ts';
import { grams } from '#shared/search-text.ts';
import type { PriceEdition, PriceLine } from '../contract.ts';
import type { EditionRow } from './queries.ts';
import type { ItemRow, LineRow, ListAsked } from './queries-list.ts';

/** What was typed, as the statement takes it: the beginning of a code, or pieces of the name. */
export function pageAsked({
  kind,
  q,
}: {
  kind?: string;
  q?: string;
}): Pick<ListAsked, 'kind' | 'typed'> {
  const start = plainText(q ?? '')
    .toUpperCase()
    .trim();
  return { kind, ...(start !== '' && { typed: { start, grams: grams(start) } }) };
}

export const priceCursor = ({ kind, code, model }: ItemRow) => [kind, code, model];

function saidBy(row: ItemRow) {
  const { id, code, model, name, standardHours, rateGrade, priceFen, measure } = row;
  const { guaranteeDays, guaranteeKm, validFrom, orgUnitId } = row;
  return {
    id,
    kind: row.kind as PriceLine['kind'],
    ...{ code, model, name },
    standing: row.standing as PriceLine['standing'],
    standardHours,
    hoursSource: row.hoursSource as PriceLine['hoursSource'],
    workGrade: row.workGrade as PriceLine['workGrade'],
    ...{ rateGrade, priceFen, measure },
    origin: row.origin as PriceLine['origin'],
    ...{ guaranteeDays, guaranteeKm, validFrom, orgUnitId },
  };
}

/** @param orgPath the place whose list it is */
export const shownLine =
  (orgPath: string) =>
  (row: LineRow): PriceLine => {
    const { orgUnitName, rateFen, amountFen, nextFrom } = row;
    const isOwn = row.orgPath === orgPath;
    return { ...saidBy(row), orgUnitName, rateFen, amountFen, nextFrom, isOwn };
  };

export function shownEdition(row: EditionRow): PriceEdition {
  const { orgUnitName, importBatchId, createdByName } = row;
  const { createdAt } = wire({ createdAt: row.createdAt });
  const isImported = importBatchId !== null;
  return { ...saidBy(row), orgUnitName, isImported, createdByName, createdAt };
}
