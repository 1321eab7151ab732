import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { peopleRoutes } from '#modules/people/contract.ts';
import { call, newKey } from './api.ts';
import { dropAllDrafts } from './useDraft.ts';

/** Ends the session at the server, then forgets everything read and typed: the next person may sit down. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    await call(peopleRoutes.signOut, {}, { idempotencyKey: newKey() });
    dropAllDrafts();
    client.clear();
  }, [client]);
}
