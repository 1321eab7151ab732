import type { FastifyInstance } from 'fastify';

/**
 * Which methods an address knows, so that the wrong one is told apart from the wrong address (405 with `Allow`,
 * D-33). Filled as routes are bound; call it before the first.
 */
export function methodsByAddress(app: FastifyInstance): (url: string) => string[] {
  const known = new Map<string, { pattern: RegExp; methods: Set<string> }>();
  app.addHook('onRoute', ({ url, method }) => {
    if (url.endsWith('*')) return;
    const entry = known.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() };
    for (const each of [method].flat()) entry.methods.add(each.toUpperCase());
    known.set(url, entry);
  });
  return (url) => {
    const address = url.split(/[?#]/, 1)[0]!.replace(/\/$/, '');
    const found = [...known.values()].filter(({ pattern }) => pattern.test(address));
    return [...new Set(found.flatMap(({ methods }) => [...methods]))].sort();
  };
}

const patternOf = (url: string): RegExp => {
  const parts = url.replace(/\/$/, '').split('/');
  return new RegExp(`^${parts.map(partOf).join('/')}$`);
};
const partOf = (part: string): string =>
  part.startsWith(':') ? '[^/]{1,100}' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
