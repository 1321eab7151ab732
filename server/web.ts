import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import staticFiles from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Styles only with the page's own nonce, scripts only from our files: no `unsafe-inline`, no `unsafe-eval` (D-62). */
const policyFor = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

/**
 * The worker that reads PDFs obeys the policy of its own file: it fetches from us how older PDFs code their letters, and
 * loads our program for the pictures of scanners. Elsewhere it reaches nobody.
 */
const pdfWorker = /^\/assets\/pdf\.worker[\w.-]*\.mjs$/;
const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Keeps the page of a link readable without a network; it obeys the same policy. */
const linkWorker = 'link-worker.js';

/** Pages without a login: of who came by a link, checks the code on a part, reads what a shop asks, or looks at its page. */
const openPages = [
  ['/k', 'link.html'],
  ['/g', 'genuine.html'],
  ['/p', 'prices.html'],
  ['/s', 'shop.html'],
] as const;

/**
 * They get (D-62) nothing but its own files, and nowhere told where one comes from. No text becomes markup or script there
 * (D-61): the one address of a script that a page names itself passes a policy of our own (`keepPage`).
 */
const openHeaders = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'; trusted-types jingming",
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex, nofollow',
  'cache-control': 'no-store',
};

const png = 'image/png';
const manifest = 'application/manifest+json';

/** What a telephone asks for to keep the house's screens, or a customer's page, among its programs. */
const installing = [
  ['manifest.webmanifest', manifest],
  ['link.webmanifest', manifest],
  ['icon-192.png', png],
  ['icon-512.png', png],
  ['icon-maskable-512.png', png],
  ['icon-touch-180.png', png],
] as const;

/** A shop's page among a telephone's programs: it opens at the address that it was put there from. */
const shopManifest = 'shop.webmanifest';
function startingAt(content: string, asked: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  if (typeof asked.house === 'string') query.set('h', asked.house);
  if (typeof asked.slug === 'string') query.set('s', asked.slug);
  const start = `/s?${query}`;
  return JSON.stringify({ ...JSON.parse(content), id: start, start_url: start });
}

/** The screens: hashed files for a year, compressed beforehand; every other address is the one page. */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  await app.register(async (assets) => {
    assets.addHook('onRequest', async (request, reply) => {
      if (pdfWorker.test(request.url)) reply.header('content-security-policy', workerPolicy);
    });
    await assets.register(staticFiles, {
      root: join(folder, 'assets'),
      prefix: '/assets/',
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
      index: false,
      decorateReply: false,
    });
  });
  for (const [name, type] of installing) {
    const content = await readFile(join(folder, name)).catch(() => undefined);
    if (content) app.get(`/${name}`, async (_request, reply) => reply.type(type).send(content));
  }
  const ofShops = await readFile(join(folder, shopManifest), 'utf8').catch(() => undefined);
  if (ofShops !== undefined) {
    app.get(`/${shopManifest}`, async ({ query }, reply) =>
      reply.type(manifest).send(startingAt(ofShops, query as Record<string, unknown>)),
    );
  }
  const worker = await readFile(join(folder, linkWorker), 'utf8').catch(() => undefined);
  if (worker !== undefined) {
    app.get(`/${linkWorker}`, async (_request, reply) =>
      reply
        .type('text/javascript; charset=utf-8')
        .header('content-security-policy', workerPolicy)
        .header('cache-control', 'no-cache')
        .send(worker),
    );
  }
  for (const [address, file] of openPages) {
    const open = await readFile(join(folder, file), 'utf8').catch(() => undefined);
    if (open === undefined) continue;
    app.get(address, async (_request, reply) =>
      reply.type('text/html; charset=utf-8').headers(openHeaders).send(open),
    );
  }
  app.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api/') || request.url.startsWith('/assets/'))
      return reply.callNotFound();
    const nonce = randomBytes(18).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policyFor(nonce))
      .header('cache-control', 'no-store')
      .send(page.replaceAll('__CSP_NONCE__', nonce));
  });
}
