import type { FileCard } from '#modules/customers/server/index.ts';
import { type JsonRow, rowOfJson } from '#platform/json-rows.ts';
import type { DocumentHoldsOfOne } from '../contract.ts';
import { reaching, type ShownRow } from './queries.ts';
import { shownOfOne } from './show.ts';

const dated = { createdAt: true, updatedAt: true } as const;
const instants = {
  ...dated,
  placedAt: true,
  untilAt: true,
  liftedAt: true,
  waitingSince: true,
} as const;

/** What holds the evidence of a customer, on his page. */
export const holdsCard: FileCard<JsonRow<ShownRow>[], DocumentHoldsOfOne> = {
  access: 'complaints.see',
  sql: `(select coalesce(jsonb_agg(to_jsonb(held)), '[]'::jsonb) from (${reaching('customer', ':customerId')}) held)`,
  shown: (told, work) =>
    shownOfOne(
      work,
      told.map((row) => rowOfJson(row, instants)),
    ),
};
