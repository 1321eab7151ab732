import { type Static, Type } from 'typebox';
import { count, instant, nullable, oneOf, text } from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';

/** How the backups of this installation stand (D-81). */
export const backupState = shape(
  {
    place: oneOf(['embedded', 'ownServer', 'off'], 'who sees to them'),
    health: oneOf(
      ['good', 'waiting', 'late'],
      'late: no good backup for 26 hours, or no good restore test for 8 days',
    ),
    lastBackupAt: nullable(instant),
    lastRestoreTestAt: nullable(instant),
    lastWalAt: nullable(instant),
    restorableFrom: nullable(instant),
    bytes: count,
    failure: nullable(text(500)),
    isSameDisk: Type.Boolean({ description: 'data and backups would be lost together' }),
    isKeyCopied: Type.Boolean({ description: 'whether somebody has looked at the backup key' }),
  },
  { $id: 'BackupState' },
);
export type BackupStanding = Static<typeof backupState>;

export const backupRoutes = {
  backups: route({
    id: 'organisation.backups',
    method: 'GET',
    path: '/system/backups',
    summary: 'How old the last good backup and the last good restore test are',
    access: 'organisation.manage',
    reply: backupState,
  }),
};
