import type { FileCard } from '#modules/customers/server/index.ts';
import { type JsonRow, jsonRows, rowOfJson } from '#platform/json-rows.ts';
import type { DuplicatesOfOne, RecordKind } from '../contract.ts';
import { presentMerge } from './present.ts';
import { type MergeShown, mergedInto } from './queries.ts';
import { alikeOf, doubtsOf, type PairRow } from './queries-search.ts';
import { presentPair } from './showing.ts';

interface Told {
  pairs: JsonRow<PairRow>[];
  merges: JsonRow<MergeShown>[];
}
const dated = { createdAt: true, updatedAt: true, undoneAt: true } as const;

const cardOf = (kind: RecordKind, record: string): FileCard<Told, DuplicatesOfOne> => ({
  access: 'customers.see',
  sql: `jsonb_build_object('pairs', ${jsonRows(alikeOf(kind, record))},
          'merges', ${jsonRows(mergedInto(record))})`,
  given: () => doubtsOf(kind),
  shown: ({ pairs, merges }, work) => ({
    pairs: pairs.map((pair) => presentPair(work, rowOfJson(pair, {}))),
    merges: merges.map((merge) => presentMerge(rowOfJson(merge, dated))),
  }),
});

/** Who may be the same customer, and what went into his file, on his page. */
export const duplicatesCard = cardOf('customer', ':customerId::uuid');
/** Which may be the same car, and what went into its file, on its page. */
export const vehicleDuplicatesCard = cardOf('vehicle', ':vehicleId::uuid');
