import { randomInt } from 'node:crypto';
import { hashSecret, isSecret } from '#modules/people/server/index.ts';
import { WrongSecret } from '#platform/guesses.ts';
import type { Host } from '#platform/host.ts';
import type { Call } from '#platform/http.ts';
import { newId } from '#platform/ids.ts';
import { Problem } from '#platform/problem.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import type { Work } from '#platform/work.ts';
import type { SentCode } from '../contract.ts';
import { linkEvents } from '../events.ts';
import { linkOver, mustBeProved, whichOf, wrong } from './holding.ts';
import { purposeOf } from './purposes.ts';
import { changeVisit, type LinkRow, lockLink, type VisitRow, visitById } from './queries.ts';
import { aboutOf } from './service.ts';

/** Numbers of ours: as long as a message may take, as few guesses as a slip of the finger needs. */
export const codeTerms = { minutes: 10, secondsBetween: 60, mostWrong: 5, mostADay: 10 } as const;

/** Takes a code out of the house; resolves when the other side has accepted it. */
export type CodeCarrier = (given: {
  id: string;
  phone: string;
  code: string;
  at: Date;
}) => Promise<void>;
type FindCarrier = (
  work: Work,
  orgPath: string,
) => Promise<((host: Host) => CodeCarrier) | undefined>;

let findCarrier: FindCarrier = async () => undefined;
/** The module that carries text messages says here whether a place can send codes, and by whom. */
export function defineCodeCarrier(find: FindCarrier): void {
  findCarrier = find;
}

/** Text messages reach these only. */
const isMobile = (phone: string | undefined): phone is string => /^1\d{10}$/.test(phone ?? '');

/**
 * Whether who came has to show a code from a text message before he signs or sees what is held of him: wherever the
 * shop can send one to the telephone on file. Elsewhere its last digits have to do (D-40, D-41).
 */
export async function needsMessage(work: Work): Promise<boolean> {
  const { holds, unitPath } = work.actor;
  if (!holds || holds.isConfirmed) return false;
  const find = await findCarrier(work, unitPath);
  return find !== undefined && isMobile(await purposeOf(holds.purpose).phoneOf(work, holds.id));
}

/** Throws 403 `link_code_needed`, or `link_message_needed` where a code can be sent and was not shown yet. */
export async function mustBeConfirmed(work: Work): Promise<void> {
  if (await needsMessage(work)) throw new Problem(403, 'link_message_needed');
  mustBeProved(work.actor);
}

/**
 * Sends a new code to the telephone on file; the one before it is void. It stands nowhere but in that message: we keep
 * a hash. For routes that `writesItself`: it leaves outside of any transaction.
 * Throws 422 `code_not_offered`, 429 `code_too_soon`, `too_many`, 502 `code_not_sent`.
 */
export async function sendCode(reading: Work, call: Call): Promise<SentCode> {
  const { actor, now } = reading;
  const { host } = call;
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const phone = await purposeOf(actor.holds!.purpose).phoneOf(reading, actor.holds!.id);
  const carrier = await findCarrier(reading, actor.unitPath);
  if (!carrier || !isMobile(phone)) throw new Problem(422, 'code_not_offered');
  const asked = await visitById(reading, actor.holds!.visitId);
  refuseTooSoon(asked?.codeSentAt, now);
  const day = { most: codeTerms.mostADay, windowMinutes: 24 * 60 };
  const keys = [`link-code:${actor.id}`, `link-code-to:${actor.tenantId}:${phone}`];
  await countOrRefuse(
    host.database,
    now,
    keys.map((key) => ({ key, ...day })),
  );
  await call.writing(async (work) => {
    const { link, visit } = await locked(work);
    refuseTooSoon(visit.codeSentAt, now);
    const codeHash = hashOf(visit, code);
    await changeVisit(work, visit.visitId, { codeHash, codeSentAt: now, codesWrong: 0 });
    await work.emit(linkEvents.codeSent, whichOf(link), aboutOf(link));
  });
  try {
    await carrier(host)({ id: newId(now), phone, code, at: now });
  } catch {
    await call.writing((work) => changeVisit(work, actor.holds!.visitId, { codeHash: null }));
    throw new Problem(502, 'code_not_sent');
  }
  const { minutes, secondsBetween } = codeTerms;
  return { sentTo: phone.replace(/^(...).*(....)$/, '$1****$2'), minutes, secondsBetween };
}

/**
 * The code of the message, in the browser that asked for it. The fifth wrong one voids it, and each counts among the
 * wrong ones that end the link. For routes that `writesItself`.
 * Throws 422 `link_message_wrong`, `code_over`.
 */
export async function confirmByCode(call: Call, code: string): Promise<void> {
  const isRight = await call.writing(async (work) => {
    const { link, visit } = await locked(work);
    const { codeHash, codeSentAt, codesWrong } = visit;
    const until = (codeSentAt?.getTime() ?? 0) + codeTerms.minutes * 60_000;
    if (!codeHash || until <= work.now.getTime()) throw new Problem(422, 'code_over');
    const isIt = isSecret(codeHash, codeOf(visit, code));
    if (isIt) {
      const proof = { provedAt: visit.provedAt ?? work.now, confirmedAt: work.now };
      await changeVisit(work, visit.visitId, { codeHash: null, ...proof });
      await work.emit(linkEvents.confirmed, whichOf(link), aboutOf(link));
      return true;
    }
    const isVoid = codesWrong + 1 >= codeTerms.mostWrong;
    const change = { codesWrong: codesWrong + 1, ...(isVoid && { codeHash: null }) };
    await changeVisit(work, visit.visitId, change);
    await wrong(work, link);
    return false;
  });
  if (!isRight) {
    const fault = { pointer: '/code', code: 'link_message_wrong' };
    throw new WrongSecret(422, 'link_message_wrong', {}, [fault]);
  }
}

function refuseTooSoon(sentAt: Date | null | undefined, now: Date): void {
  const since = sentAt ? now.getTime() - sentAt.getTime() : Number.POSITIVE_INFINITY;
  const seconds = Math.ceil(codeTerms.secondsBetween - since / 1000);
  if (seconds > 0) throw new Problem(429, 'code_too_soon', { seconds });
}

/** Bound to the visit, so that equal codes do not look alike. */
const codeOf = ({ visitId }: VisitRow, code: string) => `${visitId} ${code}`;
const hashOf = (visit: VisitRow, code: string) => hashSecret(codeOf(visit, code));

async function locked(work: Work): Promise<{ link: LinkRow; visit: VisitRow }> {
  const link = await lockLink(work, work.actor.id);
  const visit = await visitById(work, work.actor.holds!.visitId);
  if (!link || !visit || link.revokedAt !== null) throw linkOver('withdrawn');
  return { link, visit };
}
