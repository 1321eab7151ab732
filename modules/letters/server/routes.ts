import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { type Call, serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { letterRoutes } from '../contract.ts';
import { presentEntry, presentLetter } from './present.ts';
import {
  keptPaper,
  sendLabels,
  sendPaper,
  sendRegister,
  sendSheets,
  waitingLetters,
} from './printing.ts';
import { letterById, pageOfLetters } from './queries.ts';
import {
  approveLetter,
  askForLetter,
  noteManyPrinted,
  notePrinted,
  refuseLetter,
  refuseSending,
  releaseLetter,
  sendLetter,
  takeLetterBack,
  withdrawLetter,
} from './steps.ts';
import { changeLetter, composeLetter, writeLetter } from './writing.ts';

/** Letters on the wire: written, approved, registered, on paper, on their way. */
export function lettersModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, letterRoutes, {
    list: async (work, { query }) => {
      const { kind = null, fromOn = null, untilOn = null, state = null } = query;
      const after = cursors.open('letters', query.cursor);
      const asked = { kind, fromOn, untilOn, state, size: sizeOf(query) + 1 };
      const rows = await pageOfLetters(work, asked, after?.[0]);
      return pageOf(cursors, 'letters', query, rows, ({ id }) => [id], presentEntry);
    },
    one: (work, { params }) => shown(work, params.letterId),
    write: async (work, { params, body }) =>
      shown(work, (await writeLetter(work, params.customerId, body)).id),
    compose: async (work, { params, body }) =>
      shown(work, (await composeLetter(work, params.customerId, body)).id),
    change: async (work, { params, body }, { expectedVersion }) =>
      shown(work, (await changeLetter(work, params.letterId, body, expectedVersion)).id),
    release: async (work, { params }) =>
      shown(work, (await releaseLetter(work, params.letterId)).id),
    ask: async (work, { params }) => shown(work, (await askForLetter(work, params.letterId)).id),
    approve: async (work, { params }) =>
      shown(work, (await approveLetter(work, params.letterId)).id),
    refuse: async (work, { params, body }) =>
      shown(work, (await refuseLetter(work, params.letterId, body.reason)).id),
    print: async (work, { params }) => shown(work, (await notePrinted(work, params.letterId)).id),
    send: (work, { params, body }, call) => sent(work, params.letterId, body.email ?? '', call),
    takeBack: async (work, { params, body }) =>
      shown(work, (await takeLetterBack(work, params.letterId, body.reason)).id),
    withdraw: async (work, { params, body }) =>
      shown(work, (await withdrawLetter(work, params.letterId, body.reason)).id),
    paper: (work, { params }, call) => sendPaper(work, params.letterId, call),
    register: (work, { query }, call) => sendRegister(work, query, call),
    toPost: (work, { query }) => waitingLetters(work, query),
    sheets: (work, { query }, call) => sendSheets(work, query, call),
    labels: (work, { query }, call) => sendLabels(work, query, call),
    printMany: async (work, { body }) => ({ printed: await noteManyPrinted(work, body.letterIds) }),
  });
}

async function shown(work: Work, letterId: string) {
  const row = await letterById(work, letterId);
  if (!row) throw notFound();
  return presentLetter(work, row);
}

/** Its PDF is made outside of any transaction; who comes second, or too late, hears so before it. */
async function sent(reading: Work, letterId: string, email: string, call: Call) {
  const row = await letterById(reading, letterId);
  if (!row) throw notFound();
  const isRepeated = call.request.headers['idempotency-key'] !== undefined;
  if (!isRepeated || row.state !== 'sent') await refuseSending(reading, row, email);
  const stored = await keptPaper(reading, row, call);
  return call.once([letterId, email], async (work) => {
    await sendLetter(work, letterId, { email, stored });
    return shown(work, letterId);
  });
}
