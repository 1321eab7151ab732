import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useCallback } from 'react';
import { ownPath } from '#shared/own-path.ts';
import { type Session, sessionReading } from '../session.ts';
import { dropAllDrafts } from '../useDraft.ts';

const lastPerson = 'jingming.person';

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
      await navigate({ href: ownPath(next), replace: true });
    },
    [client, navigate],
  );
}
