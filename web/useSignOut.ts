import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { call } from './api.ts';
import { sessionRoutes } from './sessionContract.ts';
import { dropAllDrafts } from './useDraft.ts';

/** Ends the session at the server, then forgets everything read and typed: the next person may sit down. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await call(sessionRoutes.end, {});
    dropAllDrafts();
    client.clear();
  }, [client]);
}
