import sharp from 'sharp';
import { complaintRoutes } from '#modules/complaints/contract.ts';
import { investigated } from '#modules/complaints/server/work.fixture.ts';
import { comingRoutes } from '#modules/links/contract.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  complaintPageRoutes,
  type HeldComplaint,
  heldComplaintRoutes as held,
} from '../contract.ts';

let shade = 0;
export const photo = async () =>
  (
    await sharp({
      create: {
        width: 300,
        height: 200,
        channels: 3,
        background: { r: ++shade % 250, g: 90, b: 9 },
      },
    })
      .png()
      .toBuffer()
  ).toString('base64');

/** The last digits that the complaint's customer gave. */
export const rightCode = '8000';

/** A customer's telephone: no login, only what a link gave it. */
export class Complainer {
  private cookie = '';
  complaintId = '';
  readonly shop: TestShop;
  constructor(shop: TestShop) {
    this.shop = shop;
  }
  async raw(route: Route, body?: object, more: { params?: object; headers?: object } = {}) {
    return this.shop.http.inject({
      method: route.method,
      url: pathOf(route, { complaintId: this.complaintId, ...more.params }),
      headers: { cookie: this.cookie, ...more.headers },
      ...(body && { payload: body }),
    });
  }
  async come(url: string) {
    const reply = await this.raw(comingRoutes.come, { token: new URL(url).hash.slice(1) });
    this.cookie = String(reply.headers['set-cookie'] ?? this.cookie).split(';')[0]!;
    if (reply.json().purpose === 'complaint') this.complaintId = reply.json().aboutId;
    return reply;
  }
  async prove(code = rightCode) {
    return (await this.raw(held.prove, { code })).json();
  }
  async read(): Promise<HeldComplaint> {
    return (await this.raw(held.read)).json();
  }
  say(words: string, picture?: string, headers: object = {}) {
    return this.raw(held.say, { words, ...(picture && { picture }) }, { headers });
  }
  answer(solutionId: string, answer: 'accepted' | 'declined', words = '') {
    return this.raw(held.answer, { solutionId, answer, words });
  }
}

/** A complaint whose customer was sent a link and has shown who he is. */
export async function linked(shop: TestShop, by: TestEmployee) {
  const complaint = await investigated(by);
  const params = { complaintId: complaint.id };
  const { url, id: linkId } = await by.call(complaintPageRoutes.makeLink, { params, body: {} });
  const customer = new Complainer(shop);
  await customer.come(url);
  const now = () => by.call(complaintRoutes.one, { params });
  return { complaint, params, url, linkId, customer, now };
}

/** What comes and goes by the page of a complaint: words, a picture, a reply. */
export async function furnishComplaintPages(shop: TestShop, by: TestEmployee): Promise<void> {
  const { params, customer } = await linked(shop, by);
  await customer.prove();
  await customer.say('今天又响了', await photo());
  await by.call(complaintPageRoutes.reply, { params, body: { words: '明天九点请您来店试车' } });
}
