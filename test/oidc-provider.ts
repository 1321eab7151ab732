import { createHmac, createSign, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import OidcProvider, { type Context } from 'oidc-provider';

type Claims = Record<string, unknown>;
/** Changes an ID token on its way: by itself it is what the provider signed. */
export type Tamper = (token: { claims: Claims; sign: Signer }) => string;
type Signer = (claims: Claims, by?: { alg?: string; key?: KeyObject; secret?: string }) => string;

const base64url = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
const claimsOf = (token: string): Claims =>
  JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString());

/** A key that no provider published. */
export const foreignKey = (): KeyObject =>
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

/** A real provider of OpenID Connect on this machine, with its own login page, whose tokens a test may spoil. */
export class TestProvider {
  readonly issuer: string;
  readonly clientId = 'jingming';
  readonly clientSecret = 'only-for-tests-0123456789abcdef-0123456789';
  /** What it knows of people, by their subject. */
  readonly people = new Map<string, Claims>();
  tamper: Tamper | undefined;
  private readonly server: Server;
  private readonly key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;

  private constructor(server: Server, publicUrl: string, handle: Handle) {
    this.server = server;
    this.issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
    handle.by = this.made(publicUrl).callback();
  }

  /** @param publicUrl where the program under test is reached, and sent back to */
  static async open(publicUrl: string): Promise<TestProvider> {
    const handle: Handle = { by: undefined };
    const server = createServer((request, response) => handle.by?.(request, response));
    server.listen(0, 'localhost');
    await once(server, 'listening');
    return new TestProvider(server, publicUrl, handle);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }

  /** What the owner enters in the settings. */
  get settings() {
    const { issuer, clientId, clientSecret } = this;
    return {
      ...{
        label: '集团账号',
        issuer,
        clientId,
        clientSecret,
        scopes: 'openid profile email groups',
      },
      ...{ usernameClaim: 'preferred_username', matchesUsername: false, emailDomains: [] },
      ...{ newRoleKey: null, newUnitId: null, groupClaim: '', groupRoles: [], factorValues: [] },
      ...{ endsThere: false, isEnabled: true },
    };
  }

  /** Signs in at the login page as a person's browser would; the address to which it sends him back. */
  async signInAt(url: string, subject: string): Promise<URL> {
    const browser = new Browser();
    let at = await browser.go(url);
    while (at.origin === this.issuer) {
      const isLogin = at.pathname.startsWith('/interaction/');
      const form = new URLSearchParams({ prompt: 'login', login: subject, password: 'x' });
      at = await browser.go(at.href, isLogin ? form : undefined);
    }
    return at;
  }

  private sign: Signer = (claims, { alg = 'RS256', key = this.key, secret = '' } = {}) => {
    const head = base64url({ alg, typ: 'JWT', kid: 'test' });
    const text = `${head}.${base64url(claims)}`;
    if (alg === 'none') return `${text}.`;
    const proof = alg.startsWith('HS')
      ? createHmac('sha256', secret).update(text).digest('base64url')
      : createSign('sha256').update(text).sign(key, 'base64url');
    return `${text}.${proof}`;
  };

  private made(publicUrl: string): OidcProvider {
    const jwk = { ...this.key.export({ format: 'jwk' }), kid: 'test', use: 'sig', alg: 'RS256' };
    const provider: OidcProvider = new OidcProvider(this.issuer, {
      clients: [
        {
          client_id: this.clientId,
          client_secret: this.clientSecret,
          redirect_uris: [`${publicUrl}/api/v1/sign-on/callback`],
          post_logout_redirect_uris: [`${publicUrl}/login`],
        },
      ],
      cookies: { keys: ['only for tests'] },
      jwks: { keys: [jwk] },
      pkce: { required: () => true },
      claims: {
        openid: ['sub'],
        profile: ['preferred_username', 'name'],
        email: ['email', 'email_verified'],
        groups: ['groups'],
      },
      findAccount: (_context: Context, accountId: string) => ({
        accountId,
        claims: () => ({ sub: accountId, ...this.people.get(accountId) }),
      }),
      // Everybody has agreed already.
      loadExistingGrant: async ({ oidc: { client, session, requestParamScopes } }: Context) => {
        const { clientId } = client;
        const grant = new provider.Grant({ clientId, accountId: session.accountId });
        for (const scope of requestParamScopes) grant.addOIDCScope(scope);
        await grant.save();
        return grant;
      },
    });
    provider.use(async (context, next) => {
      await next();
      const answer = context.body as { id_token?: string } | undefined;
      if (context.path !== '/token' || !answer?.id_token || !this.tamper) return;
      const claims = claimsOf(answer.id_token);
      context.body = { ...answer, id_token: this.tamper({ claims, sign: this.sign }) };
    });
    return provider;
  }
}

interface Handle {
  by: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;
}

/** Follows one redirect at a time, with the cookies of one visit. */
class Browser {
  private readonly cookies = new Map<string, string>();
  /** Where the answer leads; where it is a page, that page. */
  async go(url: string, form?: URLSearchParams): Promise<URL> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: { cookie },
      redirect: 'manual',
      ...(form && { body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!;
      this.cookies.set(name!, value!);
    }
    const to = answer.headers.get('location');
    if (to) return new URL(to, url);
    throw new Error(`the provider shows a page: ${answer.status} ${await answer.text()}`);
  }
}
