import { WrongSecret } from '#platform/guesses.ts';
import type { Host } from '#platform/host.ts';
import { Problem } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import type { BodyOf } from '#shared/route.ts';
import type { peopleRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import { takeFactor } from './giving-factors.ts';
import { isPassword } from './passwords.ts';
import { loginOfEmployee } from './queries.ts';
import { updateSession } from './queries-sessions.ts';

type Shown = BodyOf<typeof peopleRoutes.prove>;

/** Who shows the password or a factor again has proved for ten minutes that it is he who sits there. */
export async function prove(work: Work, host: Host, shown: Shown): Promise<void> {
  const { id: employeeId, sessionId } = work.actor;
  if (sessionId === undefined) throw new Problem(422, 'factor_missing');
  const by = await shownBy(work, host, shown, sessionId);
  await updateSession(work, sessionId, { provedAt: work.now });
  const data = { employeeId, sessionId, by };
  await work.emit(peopleEvents.proved, data, { type: 'session', id: sessionId });
}

async function shownBy(work: Work, host: Host, shown: Shown, sessionId: string) {
  const { password, ...factor } = shown;
  if (password !== undefined) {
    const login = await loginOfEmployee(work, work.actor.id);
    if (await isPassword(login?.passwordHash, password)) return 'password' as const;
    throw wrong('/password', 'wrong_login');
  }
  if (!factor.code && !factor.passkey) {
    throw new Problem(422, 'factor_missing', {}, [{ pointer: '/code', code: 'factor_missing' }]);
  }
  const taken = await takeFactor(work, host, work.actor.id, factor, `prove:${sessionId}`);
  if (taken) return taken;
  throw wrong('/code', 'wrong_factor');
}

const wrong = (pointer: string, code: string) =>
  new WrongSecret(422, code, {}, [{ pointer, code }]);
