import type { FastifyInstance } from 'fastify';
import type { Host } from '#platform/host.ts';
import { serve } from '#platform/http.ts';
import { notFound } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { colleagueRoutes, factorRoutes, signInRuleRoutes } from '../contract.ts';
import { peopleEvents } from '../events.ts';
import type { Known } from './identity.ts';
import {
  addPasskey,
  beginPasskey,
  beginTotp,
  confirmTotp,
  ownFactors,
  removeAllFactors,
  removePasskey,
  removeTotp,
  renewCodes,
} from './own-factors.ts';
import type { SessionRow } from './queries-sessions.ts';
import { endSessions } from './sessions.ts';
import { changeSignInRules, readSignInRules } from './sign-in-rules.ts';
import { aboutEmployee, permit } from './staff.ts';

/** One's own second factors, those of a colleague who lost his, and who needs one. */
export function serveFactors(app: FastifyInstance, host: Host): void {
  serve(app, host, factorRoutes, {
    read: (work) => ownFactors(work),
    beginTotp: (work) => beginTotp(work, host, namesOf(work)),
    confirmTotp: (work, { body }) => confirmTotp(work, host, body.code),
    removeTotp: async (work) => {
      await removeTotp(work);
      return {};
    },
    beginPasskey: (work) => beginPasskey(work, host, namesOf(work)),
    addPasskey: (work, { body }) => addPasskey(work, host, body),
    removePasskey: async (work, { params }) => {
      await removePasskey(work, params.passkeyId);
      return {};
    },
    renewRecoveryCodes: (work) => renewCodes(work),
  });
  serve(app, host, colleagueRoutes, {
    endSessions: async (work, { params: { employeeId } }) => {
      const person = await permit(work, employeeId, undefined);
      const ended = await endSessions(work, employeeId, {});
      const data = { employeeId, count: ended };
      await work.emit(peopleEvents.sessionsEnded, data, aboutEmployee(person));
      return { ended };
    },
    resetFactors: async (work, { params: { employeeId } }) => {
      const person = await permit(work, employeeId, undefined);
      await removeAllFactors(work, employeeId);
      await work.emit(peopleEvents.factorsReset, { employeeId }, aboutEmployee(person));
      return {};
    },
  });
  serve(app, host, signInRuleRoutes, {
    read: (work) => readSignInRules(work),
    change: (work, { body }, { expectedVersion }) => changeSignInRules(work, body, expectedVersion),
  });
}

/** Only a person has factors; a program's key finds none. */
function namesOf(work: Work): SessionRow & { username: string } {
  const { session } = work.actor as Known;
  if (!session) throw notFound();
  return { ...session, username: session.username ?? session.name };
}
