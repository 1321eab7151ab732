import { lazy } from 'react';

/** Fetched when somebody looks after a customer's rights: the record's page has no room for it. */
export const PersonalDataSheet = lazy(async () => ({
  default: (await import('./PersonalDataSheet.tsx')).PersonalDataSheet,
}));
