import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { packages, Refusal, requireWritable, root, say, statusOf } from './console.mjs';
import { entriesOf, filesBelow, hashOf } from './sources.mjs';

/** Builds the web application if its sources changed since the last build. */
export async function ensureBuilt(node) {
  const stamp = path.join(root, 'dist', '.sources');
  const wanted = hashOf(webSources());
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  requireWritable();
  say('正在生成网页界面…', 'building the web application');
  const vite = path.join(packages, 'vite', 'bin', 'vite.js');
  const child = spawn(node, [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if ((await statusOf(child)) !== 0) {
    throw new Refusal(
      '生成网页界面失败，原因见上。',
      'The web application could not be built; see above.',
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

/** What a module shares with the browser; a long contract is split into `contract-<matter>.ts`. */
const sharedRoom = /^(contract|contract-.*|lifecycle|events)\.ts$/;
const rootSources = [
  'index.html',
  'app.tsx',
  'link.html',
  'link.ts',
  'genuine.html',
  'genuine.ts',
  'prices.html',
  'prices.ts',
  'shop.html',
  'shop.ts',
  'modules/web.ts',
  'vite.config.ts',
  'package-lock.json',
];
const buildPlugin = /^vite-.*\.ts$/;

/** Every file that ends up in the browser, or decides how. */
function webSources() {
  const modules = entriesOf(path.join(root, 'modules')).filter((entry) =>
    statSync(entry).isDirectory(),
  );
  const ofModules = modules.flatMap((module) => [
    ...filesBelow(path.join(module, 'web')),
    ...filesBelow(path.join(module, 'locales')),
    ...entriesOf(module).filter((file) => sharedRoom.test(path.basename(file))),
  ]);
  const ofFolders = ['web', 'shared', 'public'].flatMap((name) =>
    filesBelow(path.join(root, name)),
  );
  const ofTools = filesBelow(path.join(root, 'tools')).filter((file) =>
    buildPlugin.test(path.basename(file)),
  );
  const ofRoot = rootSources.map((name) => path.join(root, name));
  return [...ofModules, ...ofFolders, ...ofTools, ...ofRoot]
    .filter((file) => existsSync(file) && !/\.test\.tsx?$/.test(file))
    .sort();
}
