import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { FastifyInstance } from 'fastify';

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>景明接口 · Jingming API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="swagger-ui"></div>
<script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;

const start = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#swagger-ui', deepLinking: true, docExpansion: 'none', validatorUrl: null });`;

/** The interface to read and to try, at /api/docs: what one may do is what one's own session may do. */
export function serveDocs(app: FastifyInstance): void {
  const answers: Record<string, { type: string; content: () => string | Buffer }> = {
    '/api/docs': { type: 'text/html; charset=utf-8', content: () => page },
    '/api/docs/start.js': { type: 'text/javascript', content: () => start },
    '/api/docs/swagger-ui.css': {
      type: 'text/css',
      content: () => readFileSync(join(folder, 'swagger-ui.css')),
    },
    '/api/docs/swagger-ui-bundle.js': {
      type: 'text/javascript',
      content: () => readFileSync(join(folder, 'swagger-ui-bundle.js')),
    },
  };
  for (const [path, { type, content }] of Object.entries(answers)) {
    app.get(path, async (_request, reply) =>
      reply.type(type).header('content-security-policy', policy).send(content()),
    );
  }
}
