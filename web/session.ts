import { queryOptions } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { peopleRoutes, type Session } from '#modules/people/contract.ts';
import { mayPass, reading } from './api.ts';

export type { Session };

/** Who is signed in; read anew every few minutes, which also keeps the clock right. */
export const sessionReading = queryOptions({
  ...reading(peopleRoutes.session, {}),
  staleTime: 5 * 60_000,
  // Without it there is no page at all: it waits for as long as the server is away.
  retry: (_, thrown) => mayPass(thrown),
});

export const SessionContext = createContext<Session | null>(null);

/** Who is signed in. Pages under the shell always have one. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession outside the shell');
  return session;
}

/** Whether a menu entry or command stands for this person; the server decides again at every call. */
export function mayUse(session: Session, permissions: readonly string[] | undefined): boolean {
  return !permissions || permissions.some((permission) => session.permissions.includes(permission));
}
