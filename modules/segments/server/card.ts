import type { FileCard } from '#modules/customers/server/index.ts';
import { type JsonRow, jsonRow, rowOfJson } from '#platform/json-rows.ts';
import type { CustomerStanding } from '../contract.ts';
import { presentStanding } from './present.ts';
import { type StandingRow, standingRow } from './queries.ts';

/** Where a customer stands, on his page. */
export const standingCard: FileCard<JsonRow<StandingRow>, CustomerStanding> = {
  access: 'followUps.see',
  sql: jsonRow(standingRow(':customerId::uuid')),
  shown: (told) => presentStanding(rowOfJson(told, { updatedAt: true })),
};
