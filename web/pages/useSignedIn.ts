import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { type Session, sessionReading } from '../session.ts';
import { dropAllDrafts } from '../useDraft.ts';

const lastPerson = 'jingming.person';

/** Only a path of this program (D-63): no other host, no trick with slashes. */
function safePath(wanted: string | undefined): string {
  const isOurs =
    wanted !== undefined && /^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) && !wanted.includes('\\');
  return isOurs ? wanted : '/';
}

/** After signing in: what another person typed in this tab is dropped, one's own is still there. */
export function useSignedIn(): (session: Session, next?: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useCallback(
    async (session, next) => {
      if (sessionStorage.getItem(lastPerson) !== session.employeeId) dropAllDrafts();
      sessionStorage.setItem(lastPerson, session.employeeId);
      client.clear();
      client.setQueryData(sessionReading.queryKey, session);
      await navigate({ href: safePath(next), replace: true });
    },
    [client, navigate],
  );
}
