import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { peopleRoutes } from '#modules/people/contract.ts';
import { signOnLinkRoutes } from '#modules/sign-on/contract.ts';
import { call, isProblem, newKey } from './api.ts';
import { dropAllKeptFiles } from './keptFiles.ts';
import { dropAllDrafts } from './useDraft.ts';

/** Ends the session at the server, then forgets everything read and typed: the next person may sit down. */
export function useSignOut(): () => Promise<void> {
  const client = useQueryClient();
  return useCallback(async () => {
    const url = await wayOut();
    await call(peopleRoutes.signOut, {}, { idempotencyKey: newKey() });
    dropAllDrafts();
    await dropAllKeptFiles();
    client.clear();
    if (url) window.location.assign(url);
  }, [client]);
}

/** Where else this session has to end: at the provider that vouched for it, if the owner wants it so. */
async function wayOut(): Promise<string | null> {
  try {
    return (await call(signOnLinkRoutes.wayOut, {})).url;
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    return null;
  }
}
