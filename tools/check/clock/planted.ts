/**
 * Given by `--import` to a crew that must be caught: walls taken out of the product's source while it is loaded.
 * Beside each stands what the harness says when it notices.
 */
import { registerHooks } from 'node:module';

interface Planted {
  file: string;
  wall: RegExp;
  instead: string;
  noticedBy: RegExp;
}

export const planted: readonly Planted[] = [
  {
    // Two instances take the same task.
    file: '/platform/tasks.ts',
    wall: /order by run_at, id limit 1 for update skip locked/,
    instead: 'order by run_at, id limit 1',
    noticedBy: / \d+ times$/,
  },
  {
    // The make-up Sunday is a day off.
    file: '/shared/opening-hours.ts',
    wall: /spans: dated\.spans \?\? workingSpans\(calendar\)/,
    instead: 'spans: []',
    noticedBy: /^clock\.minutes\d+ from .* not /,
  },
  {
    // The end of a session is only looked at, not kept.
    file: '/modules/people/server/identity.ts',
    wall: /await this\.end\(setting, \(work\) => lapseSession\(work, row\.id\)\);/,
    instead: '',
    noticedBy: /^session or key after/,
  },
];

if (process.env.CLOCK_PLANTED === '1') {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const here = planted.find(({ file }) => url.endsWith(file));
      if (!here) return loaded;
      const source = String(loaded.source);
      if (!here.wall.test(source)) throw new Error(`${here.file} has no such wall any more`);
      return { ...loaded, source: source.replace(here.wall, here.instead) };
    },
  });
}
