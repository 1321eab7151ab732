/**
 * Given by `--import` to every process that runs tasks: each run is written down beside its effect, in the same
 * transaction. The product keeps no such list; its source is changed while it is loaded.
 */
import { registerHooks } from 'node:module';

const end = 'await session.run(finished, valuesOf(finished, picked));';
const recorded = `
const clockRan = globalStatement('clock.ran',
  'insert into clock_runs (task_id, name, data, due_at, ran_at) values (:id, :name, :data::jsonb, :runAt, :now)');
`;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/platform/tasks.ts')) return loaded;
    const source = String(loaded.source);
    if (!source.includes(end)) throw new Error('a task does not end where it did');
    const noted = 'await session.run(clockRan, valuesOf(clockRan, { ...picked, now }));';
    return { ...loaded, source: source.replace(end, `${noted}\n${end}`) + recorded };
  },
});
