import { Readable } from 'node:stream';
import { storeFile } from '#modules/files/server/index.ts';
import { signedFor, signersAt } from '#modules/webhooks/server/index.ts';
import { EgressRefused } from '#platform/egress.ts';
import { defineErrand, type Errand } from '#platform/errands.ts';
import type { Stored } from '#platform/files.ts';
import { Problem } from '#platform/problem.ts';
import { phoneCallEvents } from '../events.ts';
import { callById, lockCall, updateCall } from './queries.ts';
import { tell } from './steps.ts';

interface Fetching {
  phoneCallId: string;
  attempts: number;
}
interface Parcel extends Fetching {
  tenantId: string;
  url: string;
  at: Date;
  sealed: readonly string[];
}
type Outcome = { kind: 'kept'; stored: Stored } | { kind: 'again' } | { kind: 'useless' };

/** An hour of speech as telephones record it. */
const mostBytes = 20 * 1024 * 1024;
const patienceMs = 30_000;
const mostAttempts = 6;
const waitMs = 5 * 60_000;

/** Fetches what the telephone system recorded (FUP-06): its own address names it, our signature says who asks. */
export const fetchRecording: Errand<Fetching> = defineErrand<Fetching, Parcel, Outcome>(
  'phoneCalls.fetchRecording',
  {
    take: async (work, { phoneCallId, attempts }) => {
      const row = await callById(work, phoneCallId);
      if (!row || row.fileId !== null || row.recordingUrl === '') return undefined;
      const { tenantId } = work.actor;
      const sealed = await signersAt(work, 'phoneCalls', row.orgPath);
      return { phoneCallId, attempts, tenantId, url: row.recordingUrl, at: work.now, sealed };
    },
    carry: async ({ tenantId, phoneCallId, url, at, sealed }, host) => {
      try {
        const headers = signedFor(host.secrets, sealed, { id: phoneCallId, at, body: '' });
        const answer = await host.egress.fetchOut(url, { headers }, { mostBytes, patienceMs });
        if (answer.status >= 500) return { kind: 'again' };
        if (!answer.ok || !answer.body) return { kind: 'useless' };
        const bytes = Readable.from(Buffer.from(await answer.arrayBuffer()));
        const stored = await host.files.put(tenantId, bytes, mostBytes);
        const isSound = /^(audio|video)\//.test(stored.contentType);
        return isSound ? { kind: 'kept', stored } : { kind: 'useless' };
      } catch (error) {
        if (error instanceof EgressRefused) return { kind: 'again' };
        if (error instanceof Problem && error.status < 500) return { kind: 'useless' };
        throw error;
      }
    },
    note: async (work, { phoneCallId, attempts, at }, outcome) => {
      const row = await lockCall(work, phoneCallId);
      if (!row || row.fileId !== null) return;
      if (outcome.kind === 'kept') {
        const name = `${phoneCallId}${ending[outcome.stored.contentType] ?? ''}`;
        const { orgUnitId, orgPath } = row;
        const file = await storeFile(work, outcome.stored, name, { orgUnitId, orgPath });
        const after = await updateCall(work, phoneCallId, { fileId: file.id, recordingUrl: '' });
        await tell(work, phoneCallEvents.recordingKept, after);
      } else if (outcome.kind === 'again' && attempts + 1 < mostAttempts) {
        const runAt = new Date(at.getTime() + waitMs * 2 ** attempts);
        await work.later(
          fetchRecording,
          { phoneCallId, attempts: attempts + 1 },
          runAt,
          phoneCallId,
        );
      }
    },
  },
);

const ending: Readonly<Record<string, string>> = {
  'audio/mpeg': '.mp3',
  'audio/x-m4a': '.m4a',
  'audio/wav': '.wav',
  'video/mp4': '.mp4',
};
