import { createHash } from 'node:crypto';
import { EgressRefused } from '#platform/egress.ts';
import { defineErrand } from '#platform/errands.ts';
import type { Work } from '#platform/work.ts';
import type { HealthRecord } from '../contract.ts';
import { healthRecordEvents } from '../events.ts';
import { recordLife } from '../lifecycle.ts';
import { recordOf } from './forms.ts';
import { factsOf, lockRecordOf, type RecordRow, updateRecord } from './queries.ts';
import { lackedBy } from './requirements.ts';
import { type PlatformSettings, platformAt } from './setting.ts';
import { Refused, tell } from './speaking.ts';

/** Minutes until the next try; after the last of them once a day, until the platform answers. */
const backOffMinutes = [1, 5, 30, 120, 480, 1440];

interface Parcel {
  orderId: string;
  attempts: number;
  settings: PlatformSettings;
  record: object;
  at: Date;
}
type Outcome = Pick<HealthRecord['answers'][number], 'outcome' | 'code' | 'said'>;

/** One visit told to the platform. Carried twice it is told twice, and the platform knows it by the number of its list. */
export const sendRecord = defineErrand<{ orderId: string }, Parcel, Outcome>('healthRecords.send', {
  take: async (work, { orderId }) => {
    const row = await lockRecordOf(work, orderId);
    if (row?.state !== 'waiting') return undefined;
    const settings = await platformAt(work, row.orgPath);
    if (!settings?.isOn) return undefined;
    const facts = (await factsOf(work, orderId))!;
    // The car's papers may have been changed since it was examined.
    const missing = lackedBy(facts);
    if (missing.length > 0) {
      await setLacking(work, row, missing);
      return undefined;
    }
    const record = recordOf(facts, settings);
    return { orderId, attempts: row.attempts, settings, record, at: work.now };
  },
  carry: async ({ settings, record, at }, host) => {
    try {
      return { outcome: 'accepted', ...(await tell(host, settings, record, at)) };
    } catch (error) {
      if (error instanceof EgressRefused)
        return { outcome: 'noAnswer', code: error.reason, said: '' };
      if (error instanceof Refused)
        return { outcome: outcomeOf(error), code: error.code, said: error.message };
      throw error;
    }
  },
  note: async (work, { orderId, attempts, record }, said) => {
    const row = await lockRecordOf(work, orderId);
    if (row?.state !== 'waiting' || row.attempts !== attempts) return;
    const answer = { at: work.now.toISOString(), ...said, sha256: fingerprintOf(record) };
    const answers = [...(row.answers as object[]), answer].slice(-50);
    const common = { answers, said: said.said || said.code, attempts: attempts + 1 };
    if (said.outcome === 'noAnswer') return again(work, row, common);
    const isAccepted = said.outcome === 'accepted';
    const state = recordLife.next(isAccepted ? 'accept' : 'refuse', row.state);
    const acceptedAt = isAccepted ? work.now : null;
    await updateRecord(work, row.id, { ...common, state, acceptedAt, nextTryAt: null });
    await told(work, isAccepted ? 'accepted' : 'refused', row);
  },
});

/** A platform that is out of order is asked again; what it says of the record is final until somebody mends it. */
const outcomeOf = ({ code }: Refused) => (/^5\d\d$/.test(code) ? 'noAnswer' : 'refused');

async function again(
  work: Work,
  row: RecordRow,
  common: { answers: object[]; said: string; attempts: number },
): Promise<void> {
  const minutes = backOffMinutes[row.attempts] ?? backOffMinutes.at(-1)!;
  const nextTryAt = new Date(work.now.getTime() + minutes * 60_000);
  await updateRecord(work, row.id, { ...common, nextTryAt });
  await queueAt(work, row.orderId, nextTryAt);
}

export const queueAt = (work: Work, orderId: string, at: Date) =>
  work.later(sendRecord, { orderId }, at);

/** It cannot be sent as it is: what has to be mended stands at the order. */
export async function setLacking(work: Work, row: RecordRow, missing: string[]): Promise<void> {
  const state = recordLife.next('lack', row.state);
  await updateRecord(work, row.id, { state, missing, nextTryAt: null });
  await told(work, 'lacking', row);
}

export const told = (
  work: Work,
  what: keyof typeof healthRecordEvents,
  { id, orderId, orgPath }: Pick<RecordRow, 'id' | 'orderId' | 'orgPath'>,
) =>
  work.emit(
    healthRecordEvents[what],
    { healthRecordId: id, orderId },
    { type: 'healthRecord', id, orgPath },
  );

const fingerprintOf = (record: object) =>
  createHash('sha256').update(JSON.stringify(record)).digest('hex');
