import { generateSync } from 'otplib/functional';
import { type Answer, callerOver } from '#shared/call.ts';
import type { TestShop } from '#test/shop.ts';
import { type EmployeeDetail, entranceRoutes, factorRoutes, staffRoutes } from '../contract.ts';

const goodPassword = '春天的早上去跑步';
let visitors = 0;

/** A browser with its cookies, at an address of its own, that nobody has signed in with yet. */
export class Visitor {
  readonly cookies = new Map<string, string>();
  readonly shop: TestShop;
  address: string;
  constructor(shop: TestShop, address = `10.9.${Math.floor(++visitors / 250)}.${visitors % 250}`) {
    this.shop = shop;
    this.address = address;
  }
  async ask(method: string, url: string, body?: unknown, headers: Record<string, string> = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await this.shop.http.inject({
      method: method as 'POST',
      url,
      remoteAddress: this.address,
      headers: { ...(cookie && { cookie }), 'user-agent': 'Chrome/1 Windows', ...headers },
      ...(body !== undefined && { payload: body as object }),
    });
    for (const { name, value } of reply.cookies) this.cookies.set(name, value);
    return reply;
  }
  call = callerOver(async ({ method, path, body, headers }): Promise<Answer> => {
    const reply = await this.ask(method, path, body, headers);
    const answered = reply.body === '' ? undefined : reply.json();
    return { status: reply.statusCode, body: answered, headers: {} };
  });
  signIn(username: string, password = goodPassword) {
    const tenant = `t-${this.shop.tenantId.slice(-12)}`;
    return this.call(entranceRoutes.signIn, { body: { username, password, tenant } });
  }
}

/** Someone who works here and has a user name (his own words again) and a password. */
export async function withLogin(shop: TestShop, ...roleKeys: string[]) {
  const person = await shop.employee(...roleKeys);
  const owner = await shop.employee('owner');
  const username = `u${person.id.slice(-10)}`;
  const detail: EmployeeDetail = await owner.call(staffRoutes.resetPassword, {
    params: { employeeId: person.id },
    body: { username, password: goodPassword },
  });
  return { id: person.id, username, password: goodPassword, version: detail.version, owner };
}

/** What the app of codes shows now, or some steps from now. */
export const codeOf = (shop: TestShop, key: string, steps = 0): string =>
  generateSync({ secret: key, epoch: Math.floor(shop.now.getTime() / 1000) + steps * 30 });

/** Signs in and sets up an app of codes. */
export async function withTotp(shop: TestShop, ...roleKeys: string[]) {
  const person = await withLogin(shop, ...roleKeys);
  const browser = new Visitor(shop);
  await browser.signIn(person.username);
  const { key } = await browser.call(factorRoutes.beginTotp, {});
  const code = codeOf(shop, key);
  const { recoveryCodes } = await browser.call(factorRoutes.confirmTotp, { body: { code } });
  return { ...person, browser, key, recoveryCodes };
}
