import { lazy } from 'react';

/** Fetched when somebody wants to hand out a link: this door is loaded by the record's page. */
export const LinksSheet = lazy(async () => ({
  default: (await import('./LinksSheet.tsx')).LinksSheet,
}));

/** The styles of the page that a link opens, as text: for a preview of it among the house's own screens. */
export const holderStyles = async (): Promise<string> =>
  (await import('./holder/holder.css?inline')).default;
