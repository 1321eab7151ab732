import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Run } from '../harness.ts';

/** How many of the checks that are taken away have to be missed (G-12). */
const leastNoticed = 0.95;

interface Mutation {
  readonly mutants: number;
  readonly killed: number;
  readonly survivors: readonly string[];
}

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Takes one check away at a time, in a process of its own: every check, or a sample of `run.count`. */
export async function mutationRun({ seed, count, fail, say }: Run): Promise<Mutation> {
  const child = spawn(
    process.execPath,
    [
      '--import',
      here('code-walls.ts'),
      here('mutation.ts'),
      '--seed',
      `${seed}`,
      '--count',
      `${count}`,
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new Error(`the mutation run ended with ${code}`);
  const found = JSON.parse(said.trimEnd().split('\n').at(-1)!) as Mutation;
  const isEnough = found.killed >= found.mutants * leastNoticed;
  for (const survivor of found.survivors) {
    (isEnough ? say : fail)(`nobody missed: ${survivor}`);
  }
  return found;
}
