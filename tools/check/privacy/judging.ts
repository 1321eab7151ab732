import { until } from '#test/process.ts';
import { bugHeader } from './bugs.ts';
import { Canaries } from './canaries.ts';
import type { Scene } from './scene.ts';
import type { Sinks } from './sinks.ts';

/** Says where canaries were found that nobody may find there. @returns how many places */
export function judge({ program, written, visitor, canaries, run }: Scene, sinks: Sinks): number {
  const output = [...written, program.output].join('\n');
  const hits = [...visitor.leaks.map((leak) => `an answer: ${leak}`)];
  for (const [name, text] of Object.entries({ ...sinks, output })) {
    for (const found of Canaries.findIn(text)) {
      const at = text.indexOf(found);
      const around = text.slice(Math.max(0, at - 150), at + 80).replaceAll('\n', '⏎');
      hits.push(`${name}: ${found} of ${canaries.originOf(found)} in “${around}”`);
    }
  }
  for (const hit of hits) run.fail(hit);
  return hits.length;
}

/** A leak made on purpose: who does not find it finds nothing. What it wrote is taken out again. */
export async function plantedIsFound({ program, filling, visitor, routes, run }: Scene) {
  const before = program.output;
  const route = routes.find(({ id }) => id === 'customers.add')!;
  await visitor.ask(filling.request(route, true), { [bugHeader]: 'print' });
  const isSeen = () => Canaries.findIn(program.output.slice(before.length)).length > 0;
  await until('the leak is seen', isSeen, 5000).catch(() => {
    run.fail('the leak that was made on purpose was not found');
  });
  program.output = before;
}
