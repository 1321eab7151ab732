import { guessing, WrongSecret } from '#platform/guesses.ts';
import type { Host } from '#platform/host.ts';
import { Problem } from '#platform/problem.ts';
import { valuesOf } from '#platform/sql.ts';
import { countOrRefuse } from '#platform/throttle.ts';
import type { BodyOf } from '#shared/route.ts';
import type { entranceRoutes, PasskeyAnswer, PasskeyQuestion } from '../contract.ts';
import { askPasskey, spendPasskey, takeFactor } from './giving-factors.ts';
import type { Known } from './identity.ts';
import { refuseLocalWay } from './local-ways.ts';
import { networkOf } from './network.ts';
import { newQuestion, personOf, questionFor, questionMinutes, questionOf } from './passkeys.ts';
import { answeredInNobodysName, askInNobodysName } from './queries-factors.ts';
import { entrantOf } from './queries-sessions.ts';
import { endSessions, hashDevice, type Visitor } from './sessions.ts';
import {
  type Entered,
  enter,
  enterAs,
  limitsFor,
  readingIn,
  secretOf,
  writingIn,
} from './sign-in.ts';

const wrongFactor = () => new WrongSecret(401, 'wrong_factor');

/**
 * The second step: what opens the session that the password began. A new session takes the place of the half-open
 * one, so that nothing that was known before the second step is worth anything after it.
 */
export async function giveFactor(
  host: Host,
  half: Known,
  given: BodyOf<typeof entranceRoutes.giveFactor>,
  visitor: Visitor,
): Promise<Entered> {
  if (given.code === undefined && given.passkey === undefined) {
    throw new Problem(422, 'factor_missing', {}, [{ pointer: '/code', code: 'factor_missing' }]);
  }
  const { tenantId, id: employeeId, sessionId } = half;
  const device = hashDevice(visitor.device);
  const person = await entrantOf(readingIn(host, tenantId), employeeId, device);
  const now = host.clock.now(tenantId);
  const known = person?.knowsDevice ? device : null;
  const secret = secretOf('factor', `${tenantId}:${employeeId}`, now, known);
  return guessing(host.database, secret, [], now, async () => {
    const entered = await writingIn(host, tenantId, async (work) => {
      const factor = await takeFactor(work, host, employeeId, given, `factor:${sessionId}`);
      if (!factor || !person?.isWelcome) return undefined;
      await endSessions(work, employeeId, { only: sessionId });
      const isTrusted = given.rememberDevice === true && half.session!.remembersDevices;
      return enter(work, person, visitor, factor, isTrusted);
    });
    if (!entered) throw wrongFactor();
    return entered;
  });
}

/** What the passkeys of a half-open session's person are asked. */
export const askForFactor = (host: Host, half: Known): Promise<PasskeyQuestion> =>
  writingIn(host, half.tenantId, (work) =>
    askPasskey(work, host, half.id, `factor:${half.sessionId}`),
  );

const signInAlone = 'signIn';

/** What any passkey of this server is asked: whose it is, it says itself. */
export async function askForPasskey(host: Host, visitor: Visitor): Promise<PasskeyQuestion> {
  const now = host.clock.now();
  await countOrRefuse(host.database, now, [
    { key: `passkey-from:${networkOf(visitor.address)}`, most: 120, windowMinutes: 15 },
  ]);
  const challenge = newQuestion();
  const expiresAt = new Date(now.getTime() + questionMinutes * 60_000);
  const asked = { challenge, boundTo: signInAlone, now, expiresAt };
  await host.database.global(askInNobodysName, valuesOf(askInNobodysName, asked));
  return questionFor(host.publicUrl, challenge, [], 'required');
}

/** A passkey that has looked at finger, face or PIN is two factors in one: it signs in by itself. */
export async function signInByPasskey(
  host: Host,
  answer: PasskeyAnswer,
  visitor: Visitor,
): Promise<Entered> {
  const now = host.clock.now();
  const key = `passkey:${answer.id.slice(0, 100)}`;
  return guessing(host.database, { key, now }, limitsFor(visitor.address), now, async () => {
    const challenge = await takeQuestion(host, answer.clientDataJSON, now);
    const whose = personOf(answer.userHandle);
    if (challenge === undefined || !whose) throw wrongFactor();
    const { tenantId, employeeId } = whose;
    const checked = { publicUrl: host.publicUrl, challenge, mustVerify: true };
    const entered = await writingIn(host, tenantId, async (work) => {
      const isRight = await spendPasskey(work, employeeId, answer, checked);
      const entered = isRight ? await enterAs(work, employeeId, visitor, 'passkey') : undefined;
      if (entered) await refuseLocalWay(work, employeeId);
      return entered;
    });
    if (!entered) throw wrongFactor();
    return entered;
  });
}

async function takeQuestion(host: Host, clientDataJSON: string, now: Date) {
  const challenge = questionOf(clientDataJSON);
  if (challenge === undefined) return undefined;
  const given = { challenge, boundTo: signInAlone, now };
  const { rows } = await host.database.global(
    answeredInNobodysName,
    valuesOf(answeredInNobodysName, given),
  );
  return rows.length === 1 ? challenge : undefined;
}
