import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { pageOf, sizeOf } from '#platform/page.ts';
import { phoneCallRoutes, telephonyRoutes } from '../contract.ts';
import { callBack, dial } from './dialling.ts';
import { presentCall, presentEntry, presentRinging } from './present.ts';
import { pageOfCalls, ringingHere } from './queries.ts';
import { whoCalls } from './queries-caller.ts';
import { extensionsHere } from './queries-extensions.ts';
import {
  beginCall,
  identifyCaller,
  keepRecording,
  putBackMissed,
  recordPhoneCall,
  settleMissed,
  takeMissed,
} from './steps.ts';
import {
  noteTest,
  removeExtension,
  setExtension,
  setUpTelephony,
  telephonyShown,
  testTelephony,
} from './telephony.ts';

/** Calls and visits on the wire, and how the telephone system is set up. */
export function phoneCallsModule(app: FastifyInstance, host: Host): void {
  const { cursors } = host;
  serve(app, host, phoneCallRoutes, {
    list: async (work, { query }) => {
      const { show = 'all', direction = null, customerId = null, mine = false } = query;
      const after = cursors.open('phoneCalls', query.cursor);
      const asked = { direction, customerId, mine, size: sizeOf(query) + 1 };
      const rows = await pageOfCalls(work, show, asked, after?.[0]);
      return pageOf(cursors, 'phoneCalls', query, rows, ({ id }) => [id], presentEntry);
    },
    ringing: async (work) => {
      const items = [];
      for (const row of await ringingHere(work)) {
        const isKnown = row.customerName !== null;
        const matches = isKnown ? 1 : (await whoCalls(work, row.number, false)).length;
        items.push(presentRinging(work, { ...row, matches }));
      }
      return { items };
    },
    read: (work, { params }) => presentCall(work, params.phoneCallId),
    add: async (work, { body }) => presentCall(work, (await beginCall(work, body)).id),
    identify: async (work, { params, body }) =>
      presentCall(work, (await identifyCaller(work, params.phoneCallId, body)).id),
    record: async (work, { params, body }, { expectedVersion }) =>
      presentCall(
        work,
        (await recordPhoneCall(work, params.phoneCallId, body, expectedVersion)).id,
      ),
    take: async (work, { params }, { expectedVersion }) =>
      presentCall(work, (await takeMissed(work, params.phoneCallId, expectedVersion)).id),
    putBack: async (work, { params }, { expectedVersion }) =>
      presentCall(work, (await putBackMissed(work, params.phoneCallId, expectedVersion)).id),
    settle: async (work, { params, body }, { expectedVersion }) => {
      const { phoneCallId } = params;
      await settleMissed(work, phoneCallId, body.reason, expectedVersion);
      return presentCall(work, phoneCallId);
    },
    callBack: (work, { params }, call) =>
      callBack(work, call, params.phoneCallId, (writing, row) => presentCall(writing, row.id)),
    dial: (work, { body }, call) => dial(work, call, body),
    keepRecording: async (work, { params, body }) =>
      presentCall(work, (await keepRecording(work, params.phoneCallId, body)).id),
  });
  serve(app, host, telephonyRoutes, {
    read: (work) => telephonyShown(work),
    setUp: (work, { body }) => setUpTelephony(work, host, body),
    test: async (work, _input, { writing }) => {
      const heard = await testTelephony(work, host);
      await writing(noteTest);
      return heard;
    },
    extensions: async (work) => ({
      items: (await extensionsHere(work)).map(
        ({ id, extension, employeeId, employeeName, orgUnitName }) => ({
          ...{ id, extension, employeeId, employeeName, orgUnitName },
        }),
      ),
    }),
    setExtension: (work, { body }) => setExtension(work, body),
    removeExtension: async (work, { params }) => {
      await removeExtension(work, params.phoneExtensionId);
      return {};
    },
  });
}
