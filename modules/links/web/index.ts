import { lazy } from 'react';

/** Fetched when somebody wants to hand out a link: this door is loaded by the record's page. */
export const LinksSheet = lazy(async () => ({
  default: (await import('./LinksSheet.tsx')).LinksSheet,
}));

/** A link's own page over what the desk read for it, fetched with the previews themselves. */
export const HeldPage = lazy(async () => ({
  default: (await import('./HeldPage.tsx')).HeldPage,
}));

/** A preview of the page that a link opens, fetched with the previews themselves. */
export const PhoneFrame = lazy(async () => ({
  default: (await import('./PhoneFrame.tsx')).PhoneFrame,
}));
