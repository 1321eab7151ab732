/**
 * Given by `--import` to the server of a run: it serves a few routes more, by which the ledger is reached as a
 * module would reach it. The product has no switch for that; its source is changed while it is loaded.
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const served = pathToFileURL(join(import.meta.dirname, 'ledger-routes.ts')).href;
const place = /export function serveModules\([^)]*\): void \{/;

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/server/modules.ts')) return loaded;
    const source = String(loaded.source);
    if (!place.test(source)) throw new Error('serveModules is not where it was');
    const changed = source.replace(place, (head) => `${head}\n  serveLedger(app, host);`);
    return { ...loaded, source: `import { serveLedger } from '${served}';\n${changed}` };
  },
});
