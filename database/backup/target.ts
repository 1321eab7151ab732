import type { Target } from './recover.ts';
import { BackupRefused } from './refusal.ts';

const pattern =
  /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?) ?(Z|[+-]\d{2}(?::?\d{2})?)?$/;
/** What people mean who write no zone. */
const chinaTime = '+08:00';

/** What `--at` means: nothing is all there is; without a zone it is the time in China. @throws BackupRefused `time_malformed` */
export function readTarget(typed: string | undefined): Target {
  if (typed === undefined) return { kind: 'end' };
  const [, date, time, zone = chinaTime] = pattern.exec(typed.trim()) ?? [];
  const at = new Date(`${date}T${time}${fullZone(zone)}`);
  if (!Number.isNaN(at.getTime())) return { kind: 'time', at };
  throw new BackupRefused(
    'time_malformed',
    `看不懂时间“${typed}”。请这样写：2026-11-22 10:30:05（北京时间）。`,
    `"${typed}" is no time. Write 2026-11-22 10:30:05+08.`,
  );
}

const fullZone = (zone: string) =>
  zone === 'Z' ? zone : `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`;
