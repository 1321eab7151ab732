import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import path from 'node:path';

/** What the watchdog writes once it guards. */
export const watching = 'watching\n';
/** What its parent writes when it has stopped the database itself. */
export const farewell = 'farewell\n';

export interface Watchdog {
  dismiss(): void;
}

/**
 * Sets a watchdog beside us, before the server starts. The watchdog of a former run is awaited
 * first: afterwards no one but us touches the cluster.
 */
export async function setWatchdog(clusterDir: string, runDir: string): Promise<Watchdog> {
  const script = path.join(import.meta.dirname, 'watchdog.ts');
  const lockFile = path.join(runDir, 'watchdog.lock');
  const complaints = openSync(path.join(runDir, 'watchdog.log'), 'w', 0o600);
  const child = spawn(process.execPath, [script, clusterDir, lockFile], {
    cwd: path.parse(clusterDir).root,
    stdio: ['pipe', 'pipe', complaints],
    detached: true,
    windowsHide: true,
  });
  closeSync(complaints);
  const { stdin, stdout } = child;
  if (!stdin || !stdout) throw new Error('The watchdog has no pipes.');
  stdin.on('error', () => undefined);
  await new Promise<void>((resolve, reject) => {
    stdout.once('data', () => resolve());
    child.once('error', reject);
    void once(child, 'exit').then(() =>
      reject(new Error(`The watchdog ended, see ${runDir}/watchdog.log`)),
    );
  });
  stdout.destroy();
  child.unref();
  return { dismiss: () => void stdin.end(farewell) };
}
