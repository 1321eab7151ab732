import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { build } from 'vite';

/** The policy that every page is served under (D-62), with this answer's nonce for styles. */
const policyWith = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob: data:",
    "connect-src 'self'",
    "font-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join('; ');

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The shell with the sample module of `test/fixtures/shell`, built as for a shop. */
async function buildShell(outDir: string): Promise<void> {
  const sample = resolve('test/fixtures/shell/modules.tsx');
  await build({
    logLevel: 'error',
    plugins: [
      {
        name: 'sample-modules',
        enforce: 'pre',
        resolveId: (name) => (name === '#modules/web.ts' ? sample : null),
      },
    ],
    build: { outDir, emptyOutDir: true },
  });
}

function serve(folder: string): Server {
  return createServer(async ({ url = '/' }, response) => {
    const path = new URL(url, 'http://localhost').pathname;
    if (path.startsWith('/assets/')) {
      response.setHeader('content-type', types[extname(path)] ?? 'application/octet-stream');
      response.end(await readFile(join(folder, path)));
      return;
    }
    const nonce = randomBytes(16).toString('base64');
    const page = await readFile(join(folder, 'index.html'), 'utf8');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.setHeader('content-security-policy', policyWith(nonce));
    response.end(page.replace('__CSP_NONCE__', nonce));
  });
}

/** The built shell under its content security policy; the interface is answered by the test. */
export async function openShellSite(): Promise<{ baseUrl: string; close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'jingming-shell-'));
  await buildShell(folder);
  const server = serve(folder);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await rm(folder, { recursive: true });
    },
  };
}
