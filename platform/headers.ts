import { type IncomingMessage, ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';

/** On every answer (D-62). A page’s own policy, with its nonce, stands in server/web.ts and takes the place of this. */
export const fixedHeaders = (publicUrl: string): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=()',
  ...(publicUrl.startsWith('https:') && {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
  }),
});

/** Sets them first, so that whoever answers may only replace one by his own. */
export function securityHeaders(app: FastifyInstance, publicUrl: string): void {
  const fixed = fixedHeaders(publicUrl);
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(fixed);
  });
}

/** The same for what never comes to a hook: streams that write themselves, and refusals by Node’s own server. */
export function responseWithHeaders(publicUrl: string) {
  const fixed = Object.entries(fixedHeaders(publicUrl));
  return class extends ServerResponse {
    constructor(request: IncomingMessage) {
      super(request);
      for (const [name, value] of fixed) this.setHeader(name, value);
    }
  };
}
