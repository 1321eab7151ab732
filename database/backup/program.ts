import { readFileSync } from 'node:fs';
import path from 'node:path';

const packageFile = path.join(import.meta.dirname, '..', '..', 'package.json');

/** The version of this program, as its package says it. */
export const programVersion = (): string => JSON.parse(readFileSync(packageFile, 'utf8')).version;
