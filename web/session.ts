import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { reading } from './api.ts';
import { type Session, sessionRoutes } from './sessionContract.ts';

export type { Session };

export const sessionReading = {
  ...reading(sessionRoutes.read, {}),
  staleTime: 5 * 60_000,
};

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

/** The session as it is read anew, for the shell. */
export const useSessionReading = () => useQuery(sessionReading);
