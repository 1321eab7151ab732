import type { FileCard } from '#modules/customers/server/index.ts';
import { type JsonRow, jsonRows, rowOfJson } from '#platform/json-rows.ts';
import { pageOf } from '#platform/page.ts';
import type { ReplyOf } from '#shared/route.ts';
import { type messageRoutes, threadAsked } from '../contract.ts';
import { presentMessage } from './present.ts';
import { latestOfThread, type ShownRow } from './queries.ts';

type Page = ReplyOf<typeof messageRoutes.thread>;
const dated = {
  createdAt: true,
  updatedAt: true,
  sentAt: true,
  nextTryAt: true,
  deliveredAt: true,
} as const;

/** What went to a customer and came from him, on his page: the first page of the thread. */
export const threadCard: FileCard<JsonRow<ShownRow>[], Page> = {
  access: 'messages.see',
  sql: jsonRows(latestOfThread(':customerId::uuid', threadAsked.limit + 1)),
  shown: (told, { actor }, cursors) => {
    const rows = told.map((row) => rowOfJson(row, dated));
    const present = (row: ShownRow) => presentMessage(actor, row);
    return pageOf(cursors, 'messages', threadAsked, rows, ({ id }) => [id], present);
  },
};
