/**
 * Given by `--import` to a server that must be caught: one wall after the other is taken out of its source while it
 * is loaded, and each contest named beside it has to notice.
 */
import { registerHooks } from 'node:module';

interface Planted {
  file: string;
  wall: RegExp;
  instead: string;
  /** The contest that has to notice. */
  contest: string;
}

export const planted: readonly Planted[] = [
  {
    file: '/modules/customers/server/service.ts',
    wall: /if \(expectedVersion !== undefined && expectedVersion !== row\.version\)/,
    instead: 'if (false)',
    contest: 'lost-update',
  },
  {
    file: '/modules/organisation/server/queries.ts',
    wall: /set value = counters\.value \+ excluded\.value\n {3}returning value/,
    instead: 'set value = counters.value + excluded.value + (random() < 0.2)::int returning value',
    contest: 'numbers',
  },
  {
    file: '/platform/idempotency.ts',
    wall: /const isFirst = \(await work\.run\(claim, \{ actor, key, route, bodyHash \}\)\) === 1;\n {2}if/,
    instead: 'const isFirst = (await work.run(claim, { actor, key, route, bodyHash })) <= 1;\n  if',
    contest: 'same-key',
  },
  {
    file: '/platform/ledger-posting.ts',
    wall: /set balance = balance \+ :amount,/,
    instead: 'set balance = balance + :amount + (random() < 0.1)::int,',
    contest: 'stock',
  },
  {
    file: '/modules/people/server/identity.ts',
    wall: /if \(change\.type === 'employee'\)/,
    instead: 'if (false)',
    contest: 'role-change',
  },
  {
    file: '/modules/appointments/server/queries-capacity.ts',
    wall: /where team_days\.booked_minutes \+ excluded\.booked_minutes <= :there::int/,
    instead: 'where team_days.booked_minutes <= 100000 and :there::int >= 0',
    contest: 'appointments',
  },
  {
    file: '/modules/duplicates/server/undoing.ts',
    wall: /await does\.part\(work, merge\.written\.members \?\? \[\]\);/,
    instead: '',
    contest: 'merge-edit',
  },
];

if (process.env.CONTEST_PLANTED === '1') {
  registerHooks({
    load(url, context, nextLoad) {
      const loaded = nextLoad(url, context);
      const here = planted.filter(({ file }) => url.endsWith(file));
      if (here.length === 0) return loaded;
      let source = String(loaded.source);
      for (const { wall, instead, file } of here) {
        if (!wall.test(source)) throw new Error(`${file} has no such wall any more: ${wall}`);
        source = source.replace(wall, instead);
      }
      return { ...loaded, source };
    },
  });
}
