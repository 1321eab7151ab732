/**
 * Given by `--import` to the program of a run: faults that quote what was sent, as bugs of any later handler might. The
 * product has no switch for them; its source is changed while it is loaded.
 */
import { registerHooks } from 'node:module';
import { bugHeader } from './bugs.ts';

const plants: Readonly<Record<string, readonly [place: string, planted: string]>> = {
  '/platform/http.ts': [
    'const input = readInput(route, request as never);\n  const meter',
    `await plantedBug(request.headers['${bugHeader}'], [request.query, request.body], host);
  const input = readInput(route, request as never);
  const meter`,
  ],
  '/platform/tasks.ts': [
    "await traced('task', name, () => task.run(work, data as never, host));",
    `await plantedBug('task');
        await traced('task', name, () => task.run(work, data as never, host));`,
  ],
  '/platform/sheets/worker.ts': [
    "return done ? { kind: 'end' } : value;",
    "await plantedBug('reading', value);\n    return done ? { kind: 'end' } : value;",
  ],
};
const bugs = JSON.stringify(new URL('./bugs.ts', import.meta.url).href);

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    const plant = Object.entries(plants).find(([file]) => url.endsWith(file))?.[1];
    if (!plant) return loaded;
    const source = String(loaded.source);
    const [place, planted] = plant;
    if (!source.includes(place))
      throw new Error(`${url} is not what it was: no place for the fault`);
    const changed = source.replace(place, () => planted);
    return { ...loaded, source: `import { plantedBug } from ${bugs};\n${changed}` };
  },
});
