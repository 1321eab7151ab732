import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type BackupStanding, backupRoutes } from '../contract.ts';
import { backupWords } from '../locales/words-backups.ts';
import './backup-line.css';

const lookAgainMs = 10 * 60_000;

/** How the backups stand, for those who manage the house; nothing for anybody else. */
export function useBackups(): BackupStanding | undefined {
  const isAsked = mayUse(useSession(), ['organisation.manage']);
  const route = reading(backupRoutes.backups, {});
  return useQuery({ ...route, enabled: isAsked, refetchInterval: lookAgainMs }).data;
}

/** One line: how old the last good backup is, and the last restore that was tried. Red when they are too old. */
export default function BackupLine({ isBrief = false }: { isBrief?: boolean }) {
  const say = useWords(backupWords);
  const language = useLanguage();
  const now = useNow();
  const state = useBackups();
  if (!state || state.place === 'ownServer') return null;
  const time = (at: string | null) => (at ? shortTime(at, now, language) : say('never'));
  const facts = { backup: time(state.lastBackupAt), test: time(state.lastRestoreTestAt) };
  const sentences = {
    good: say('good', facts),
    late: say(state.place === 'off' ? 'off' : 'late', facts),
    waiting: say('waiting'),
  };
  return (
    <p className="shop-backup" data-health={state.health} role="status">
      {sentences[state.health]}
      {state.health === 'late' && state.failure && <span>{state.failure.split('\n')[0]}</span>}
      {!isBrief && state.health !== 'late' && !state.isKeyCopied && <span>{say('keyShort')}</span>}
    </p>
  );
}
