import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Program } from '#test/process.ts';

/** Places that people look at who have no business with customers. */
export type Sinks = Record<string, string>;

/** What the program left behind in its folder and its tables; its cluster and its store of files hold people rightly. */
export async function sinksOf(program: Program): Promise<Sinks> {
  const { dataDir } = program;
  const tables = await program.withClient('superuser', async (client) => {
    const ask = async (text: string) => JSON.stringify((await client.query(text)).rows);
    return {
      'tasks.last_error': await ask('select last_error from tasks where last_error is not null'),
      'outbox.last_error': await ask('select last_error from outbox where last_error is not null'),
      'process titles': await ask('select application_name, backend_type from pg_stat_activity'),
    };
  });
  return {
    ...tables,
    'PostgreSQL’s log': textOf(join(dataDir, 'postgres', 'log')),
    backups: textOf(join(dataDir, 'backups')),
    anchors: textOf(join(dataDir, 'anchors')),
    'file names': filesIn(dataDir).join('\n'),
    metrics: await (await fetch(`${program.url}/metrics`)).text(),
    readiness: await (await fetch(`${program.url}/readyz`)).text(),
  };
}

/** All files below a folder, by their path in it. */
function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => relative(folder, join(parentPath, name)));
  } catch {
    return [];
  }
}

const textOf = (folder: string): string =>
  filesIn(folder)
    .map((path) => join(folder, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile())
    .map((path) => readFileSync(path, 'latin1'))
    .join('\n');
