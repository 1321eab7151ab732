import { useNow } from '#web/clock.ts';
import { Card, Facts } from '#web/Page.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { backupWords } from '../locales/words-backups.ts';
import BackupLine, { useBackups } from './BackupLine.tsx';

/** The backups in full: what is safe, and what only a person can still do for it. */
export function BackupCard() {
  const say = useWords(backupWords);
  const language = useLanguage();
  const now = useNow();
  const state = useBackups();
  if (!state) return null;
  const time = (at: string | null) => (at ? shortTime(at, now, language) : say('never'));
  const toDo = [
    !state.isKeyCopied && state.place === 'embedded' && say('copyKey'),
    state.isSameDisk && say('sameDisk'),
  ].filter((each) => each !== false);
  return (
    <Card title={say('backups')}>
      {state.place === 'ownServer' ? (
        <p className="soft">{say('ownServer')}</p>
      ) : (
        <>
          <BackupLine isBrief />
          <Facts
            facts={[
              [say('lastBackup'), time(state.lastBackupAt)],
              [say('lastTest'), time(state.lastRestoreTestAt)],
              [say('lastWal'), time(state.lastWalAt)],
              [say('restorableFrom'), time(state.restorableFrom)],
              [
                say('size'),
                state.bytes > 0 ? `${(state.bytes / 1024 / 1024).toFixed(1)} MB` : say('never'),
              ],
            ]}
          />
        </>
      )}
      {toDo.map((each) => (
        <p key={each} className="shop-backup-to-do">
          {each}
        </p>
      ))}
    </Card>
  );
}
