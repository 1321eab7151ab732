import { lazy } from 'react';

/** Fetched when somebody wants to hand out a link: this door is loaded by the record's page. */
export const LinksSheet = lazy(async () => ({
  default: (await import('./LinksSheet.tsx')).LinksSheet,
}));
