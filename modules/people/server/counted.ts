import { defineCountedAt } from '#modules/organisation/server/index.ts';

defineCountedAt({
  kind: 'people',
  isOpen: true,
  table: 'employees',
  where: "state <> 'left'",
});
defineCountedAt({
  kind: 'apiKeys',
  isOpen: true,
  table: 'api_keys',
  path: 'scope_path',
  where: 'revoked_at is null and expires_at > :now',
});
