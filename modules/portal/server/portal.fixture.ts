import sharp from 'sharp';
import { comingRoutes } from '#modules/links/contract.ts';
import {
  heldOrderRoutes,
  orderLinkRoutes,
  serviceOrderRoutes,
} from '#modules/service-orders/contract.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { type HeldVisit, heldPageRoutes as held, portalRoutes } from '../contract.ts';

/** The last digits of the telephone that the visit's customer gave. */
export const rightCode = '8000';

let shade = 0;
const drawn = (width: number) =>
  sharp({
    create: { width, height: 90, channels: 3, background: { r: ++shade % 250, g: 250, b: 250 } },
  })
    .png()
    .toBuffer();

/** A signature as the page draws it: a picture of its own, base64. */
export const signature = async () => (await drawn(300)).toString('base64');

/** A customer's telephone: no login, only what a link gave it. */
export class Telephone {
  private cookie = '';
  readonly shop: TestShop;
  readonly orderId: string;
  constructor(shop: TestShop, orderId: string) {
    this.shop = shop;
    this.orderId = orderId;
  }
  async raw(
    route: Route,
    body?: object,
    more: { params?: object; headers?: object; query?: Record<string, string> } = {},
  ) {
    return this.shop.http.inject({
      method: route.method,
      url: pathOf(route, { orderId: this.orderId, ...more.params }),
      headers: { cookie: this.cookie, ...more.headers },
      query: more.query,
      ...(body && { payload: body }),
    });
  }
  async come(url: string) {
    const reply = await this.raw(comingRoutes.come, { token: new URL(url).hash.slice(1) });
    this.cookie = String(reply.headers['set-cookie'] ?? this.cookie).split(';')[0]!;
    return reply;
  }
  async prove(code = rightCode) {
    return this.raw(heldOrderRoutes.prove, { code });
  }
  async visit(): Promise<HeldVisit> {
    return (await this.raw(held.visit)).json();
  }
  /** Answers what the page asks now: all approved but the jobs named. */
  async decide(
    page: HeldVisit,
    refused: readonly string[] = [],
    more: { headers?: object; body?: object } = {},
  ) {
    const asked = page.lines.filter(({ id }) => page.asks?.lineIds.includes(id));
    const agreed = asked.filter(({ description }) => !refused.includes(description));
    const own = agreed.filter(({ payer }) => payer === 'customer');
    const body = {
      hash: page.asks?.hash ?? '0'.repeat(64),
      sumFen: own.reduce((sum, { labourFen, partsFen }) => sum + labourFen + partsFen, 0),
      answers: asked.map((line) =>
        agreed.includes(line)
          ? { lineId: line.id, answer: 'approved' }
          : { lineId: line.id, answer: 'refused', refusalReason: '下次再做' },
      ),
      signedBy: '欧阳思远',
      signature: await signature(),
      ...more.body,
    };
    return this.raw(held.decide, body, more);
  }
  ask(question: string, lineId?: string) {
    return this.raw(held.ask, { question, ...(lineId && { lineId }) });
  }
}

/** A visit whose customer was sent a link. */
export class SentVisit {
  readonly shop: TestShop;
  readonly visit: Visit;
  readonly url: string;
  readonly linkId: string;
  private constructor(shop: TestShop, visit: Visit, made: { url: string; id: string }) {
    this.shop = shop;
    this.visit = visit;
    this.url = made.url;
    this.linkId = made.id;
  }
  static async of(shop: TestShop, visit: Visit): Promise<SentVisit> {
    const made = await visit.advisor.call(orderLinkRoutes.makeLink, {
      params: visit.params,
      body: {},
    });
    return new SentVisit(shop, visit, made);
  }
  /** A car whose quotation waits for its customer. */
  static async quoted(shop: TestShop, plate?: string): Promise<SentVisit> {
    const visit = await Visit.begin(shop, plate);
    await visit.receive();
    await visit.inspect();
    await visit.estimate();
    return SentVisit.of(shop, visit);
  }
  /** A car in the work, with a fault found that is not on the order and has no price yet. */
  static async withItem(shop: TestShop, plate?: string): Promise<SentVisit> {
    const visit = await Visit.begin(shop, plate);
    await visit.toWork();
    visit.order = await visit.technician.call(serviceOrderRoutes.propose, {
      params: visit.params,
      body: { description: '更换制动液', finding: '含水量 4%' },
    });
    return SentVisit.of(shop, visit);
  }
  get item() {
    return this.visit.order.lines.find(({ origin }) => origin === 'additional')!;
  }
  price(labourFen = 80_00, partsFen = 120_00) {
    const params = { ...this.visit.params, lineId: this.item.id };
    const body = { labourFen, partsFen, payer: 'customer' as const };
    return this.visit.advisor.call(serviceOrderRoutes.priceItem, { params, body });
  }
  /** Another telephone with the same address, its code shown. */
  async telephone(): Promise<Telephone> {
    const phone = new Telephone(this.shop, this.visit.order.id);
    await phone.come(this.url);
    await phone.prove();
    return phone;
  }
  /** A photo on the order's papers; its file. */
  async photograph(caption = '前摩擦片', by: TestEmployee = this.visit.advisor): Promise<string> {
    const reply = await this.shop.http.inject({
      method: 'POST',
      url: `/api/v1/files?name=${encodeURIComponent('照片.png')}`,
      headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
      payload: await drawn(320),
    });
    const fileId: string = reply.json().id;
    const body = { fileId, kind: 'photo', caption } as const;
    await by.call(serviceOrderRoutes.addPaper, { params: this.visit.params, body });
    return fileId;
  }
  release(fileId: string, isReleased = true, lineId?: string) {
    const body = { fileId, isReleased, ...(lineId && { lineId }) };
    return this.visit.advisor.call(portalRoutes.release, { params: this.visit.params, body });
  }
}

/** What comes and goes by the page: a photo shown, a question answered and one that waits, an answer signed. */
export async function aPageInUse(shop: TestShop, nextPlate: () => string): Promise<void> {
  const sent = await SentVisit.quoted(shop, nextPlate());
  const [line] = sent.visit.order.lines;
  await sent.release(await sent.photograph(), true, line!.id);
  await sent.photograph('仪表');
  const phone = await sent.telephone();
  await phone.ask('为什么要换摆臂？', line!.id);
  await phone.ask('能不能早点取车？');
  const { questions } = await phone.visit();
  const params = { ...sent.visit.params, questionId: questions[0]!.id };
  await sent.visit.advisor.call(portalRoutes.reply, { params, body: { answer: '胶套开裂' } });
  await phone.decide(await phone.visit(), ['更换右前下摆臂']);
  const found = await SentVisit.withItem(shop, nextPlate());
  await found.photograph('制动液');
  await (await found.telephone()).ask('还要多久？');
}
