import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..', '..');

export interface Package {
  name: string;
  version: string;
  /** Where it lies below the project. */
  path: string;
  license: string | undefined;
  resolved: string | undefined;
  integrity: string | undefined;
  hasInstallScript: boolean;
  /** Only for building and testing: never with whoever runs the product. */
  isForWorkOnly: boolean;
}

interface Entry {
  version: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  dev?: boolean;
  devOptional?: boolean;
}

/** Every package that an installation may bring, as the lock file says it. */
export function lockedPackages(): Package[] {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Entry>;
  };
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version,
      path,
      license: entry.license,
      resolved: entry.resolved,
      integrity: entry.integrity,
      hasInstallScript: entry.hasInstallScript === true,
      isForWorkOnly: entry.dev === true || entry.devOptional === true,
    }));
}

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  optionalDependencies: Record<string, string>;
  allowScripts: Record<string, boolean>;
}

export const manifest = (): Manifest =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest;
export { root };
