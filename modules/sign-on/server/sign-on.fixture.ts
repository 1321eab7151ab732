import { Visitor } from '#modules/people/server/visitor.fixture.ts';
import type { TestProvider } from '#test/oidc-provider.ts';
import type { TestShop } from '#test/shop.ts';
import {
  type Provider,
  signOnEntranceRoutes,
  signOnLinkRoutes,
  signOnRoutes,
} from '../contract.ts';

/** At the machine's own time, by which a provider writes its tokens. */
export async function atPresent(shop: TestShop): Promise<void> {
  await shop.moveTo(new Date());
}

/** The owner enters the provider. */
export async function withProvider(
  shop: TestShop,
  provider: TestProvider,
  change: Partial<TestProvider['settings']> | object = {},
): Promise<Provider> {
  const owner = await shop.employee('owner');
  return owner.call(signOnRoutes.add, { body: { ...provider.settings, ...change } });
}

const codeOf = (shop: TestShop) => `t-${shop.tenantId.slice(-12)}`;

/** A browser that signs on by a provider's button. */
export class SignOn {
  readonly browser: Visitor;
  readonly shop: TestShop;
  readonly provider: TestProvider;
  constructor(shop: TestShop, provider: TestProvider, browser = new Visitor(shop)) {
    this.shop = shop;
    this.provider = provider;
    this.browser = browser;
  }

  /** The address of the provider's login page. */
  async begin(providerId: string, next?: string): Promise<string> {
    const body = { providerId, tenant: codeOf(this.shop), ...(next && { next }) };
    return (await this.browser.call(signOnEntranceRoutes.begin, { body })).url;
  }

  async beginLink(providerId: string): Promise<string> {
    return (await this.browser.call(signOnLinkRoutes.begin, { body: { providerId } })).url;
  }

  /**
   * Back with what the provider gave, as browsers do it: the session's cookie stays at home (SameSite). Answers the place
   * in the program where it ends.
   */
  async comeBack(at: URL): Promise<string> {
    const { cookies } = this.browser;
    const before = cookies.get('jm_session');
    cookies.delete('jm_session');
    const reply = await this.browser.ask('GET', at.pathname + at.search);
    if (before && !cookies.has('jm_session')) cookies.set('jm_session', before);
    if (reply.statusCode !== 302) throw new Error(`${reply.statusCode} ${reply.body}`);
    return String(reply.headers.location);
  }

  /** The whole way. */
  async as(subject: string, { id }: Pick<Provider, 'id'>, next?: string): Promise<string> {
    return this.comeBack(await this.provider.signInAt(await this.begin(id, next), subject));
  }

  async linkAs(subject: string, { id }: Pick<Provider, 'id'>): Promise<string> {
    return this.comeBack(await this.provider.signInAt(await this.beginLink(id), subject));
  }
}
