import type { FastifyRequest } from 'fastify';
import { notify } from '#modules/commitments/server/index.ts';
import { tenantByCode } from '#modules/organisation/server/index.ts';
import { employeesWith } from '#modules/people/server/index.ts';
import { systemActor } from '#platform/actor.ts';
import type { Host } from '#platform/host.ts';
import { ruleBroken } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import { type Work, writingWork } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { GenuineAnswer, lookingUpRoutes } from '../contract.ts';
import { genuineEvents } from '../events.ts';
import { type GenuineCodeState, genuineCodeLife } from '../lifecycle.ts';
import { readCode } from './code.ts';
import { hashOf } from './issuing.ts';
import {
  type CodeRow,
  countInBatch,
  houseOf,
  insertCheck,
  lockCodeOfHash,
  placesOf,
  updateCode,
} from './queries.ts';
import { thresholds } from './thresholds.ts';

type Asked = BodyOf<typeof lookingUpRoutes.check>;

const nobodyKnows: GenuineAnswer = {
  outcome: 'unknown',
  ...{ house: '', product: '', partNumber: '', times: 0, earlier: [] },
};

/**
 * Looks a code up for whoever asks. Of him nothing stays but the place that he himself gave; his address is counted for
 * a minute and a day, and forgotten.
 * @throws Problem 422 `genuine_code_mistyped`, 429 `too_many`
 */
export async function checkCode(
  host: Host,
  request: FastifyRequest,
  asked: Asked,
): Promise<GenuineAnswer> {
  const { perAddressMinute, perAddressDay, perCodeHour } = thresholds;
  const address = `genuine:${request.ip}`;
  await countOrRefuse(host.database, host.clock.now(), [
    { key: address, most: perAddressMinute, windowMinutes: 1 },
    { key: `${address}:day`, most: perAddressDay, windowMinutes: 24 * 60 },
  ]);
  const code = readCode(asked.code);
  if (code === undefined) throw ruleBroken('/code', 'genuine_code_mistyped');
  const hash = hashOf(code);
  const known = [
    { key: `genuine-code:${hash.toString('base64url')}`, most: perCodeHour, windowMinutes: 60 },
  ];
  await countOrRefuse(host.database, host.clock.now(), known);
  const tenantId = await tenantOf(host, asked.house);
  if (tenantId === undefined) return nobodyKnows;
  const setting = {
    actor: systemActor(tenantId, 'genuineChecks'),
    now: host.clock.now(tenantId),
    requestId: request.id,
    via: 'genuineChecks.check',
    secrets: host.secrets,
  };
  return writingWork(host.database, setting, (work) => lookUp(work, hash, asked), host.live.tell);
}

/** The house of the label; without one, the only house of this server. */
async function tenantOf({ database }: Host, code: string | undefined): Promise<string | undefined> {
  const { rows } = await database.global(tenantByCode, [code || null]);
  return rows.length === 1 ? (rows[0]?.id as string) : undefined;
}

async function lookUp(work: Work, hash: Buffer, asked: Asked): Promise<GenuineAnswer> {
  const row = await lockCodeOfHash(work, hash);
  if (!row) return nobodyKnows;
  const { house, shop } = await houseOf(work, asked.shop ?? null);
  const { product, partNumber, latest: earlier, checks: times } = row;
  const told = { house, product, partNumber };
  if (row.state === 'withdrawn') return { outcome: 'withdrawn', ...told, times, earlier };
  const place = shop ?? asked.place ?? '';
  const [last] = earlier;
  const isSameLook =
    last?.place === place &&
    work.now.getTime() - new Date(last.at).getTime() < thresholds.sameLookMinutes * 60_000;
  if (!isSameLook) await note(work, row, place);
  const before = isSameLook ? earlier.slice(1) : earlier;
  const timesBefore = isSameLook ? times - 1 : times;
  const outcome = timesBefore > 0 ? 'again' : 'genuine';
  return { outcome, ...told, times: timesBefore, earlier: before };
}

async function note(work: Work, row: CodeRow, place: string): Promise<void> {
  const checks = row.checks + 1;
  const about = { type: 'genuineCode', id: row.id, orgPath: row.orgPath };
  await insertCheck(work, { codeId: row.id, at: work.now, place });
  await work.emit(genuineEvents.checked, { codeId: row.id, checks, place }, about);
  const places = await placesOf(work, row.id);
  const isOdd = checks >= thresholds.checks || places >= thresholds.places;
  const isNew = isOdd && row.state !== 'warned';
  const step = row.state === 'warned' ? 'checkAgain' : isNew ? 'warn' : 'check';
  await updateCode(work, row.id, {
    state: genuineCodeLife.next(step, row.state as GenuineCodeState),
    checks,
    firstCheckedAt: row.firstCheckedAt ?? work.now,
    lastCheckedAt: work.now,
  });
  await countInBatch(work, row.batchId, checks === 1 ? 1 : 0, isNew ? 1 : 0);
  if (!isNew) return;
  await work.emit(genuineEvents.warned, { codeId: row.id, checks, places }, about);
  await warn(work, row, [{ place }, ...row.latest], checks);
}

/** Who issues codes hears where this one was seen. */
async function warn(
  work: Work,
  row: CodeRow,
  looks: readonly { place: string }[],
  checks: number,
): Promise<void> {
  const managers = await employeesWith(work, 'genuineChecks.manage', row.orgPath);
  const seen = [...new Set(looks.map(({ place }) => place).filter(Boolean))].join('、');
  const facts = { product: row.product, ending: row.ending, checks, places: seen || '—' };
  await notify(
    work,
    managers.map(({ id }) => id),
    {
      kind: 'genuineChecks.warned',
      about: { type: 'genuineCode', id: row.id },
      facts,
      key: `genuineChecks.warned:${row.id}`,
    },
  );
}
