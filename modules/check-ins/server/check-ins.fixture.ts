import sharp from 'sharp';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { type CheckIn, type CheckInChange, checkInRoutes as routes } from '../contract.ts';

let shade = 0;

/** A picture of its own, as a phone or a pad sends it. */
export async function picture(by: TestEmployee, name = '签字.png'): Promise<string> {
  shade = (shade + 1) % 250;
  const payload = await sharp({
    create: { width: 320, height: 160, channels: 3, background: { r: shade, g: 90, b: 120 } },
  })
    .png()
    .toBuffer();
  const reply = await by.shop.http.inject({
    method: 'POST',
    url: `/api/v1/files?name=${encodeURIComponent(name)}`,
    headers: { cookie: by.cookie, 'content-type': 'application/octet-stream' },
    payload,
  });
  return reply.json().id;
}

/** What is usually written down: words, a reading, a scratch, a promise. */
export const usual = {
  customerWords: '早上冷车启动时前面有“咯噔”一声',
  mileageKm: 52_310,
  fuelEighths: 5,
  lamps: ['engine'],
  marks: [{ number: 1, view: 'left', x: 320, y: 160, kind: 'scratch', note: '左前门 6 cm' }],
  services: ['更换机油机滤'],
} satisfies CheckInChange;

/** A car on its way in, in a test. */
export class Reception {
  readonly visit: Visit;
  record: CheckIn;
  private constructor(visit: Visit, record: CheckIn) {
    this.visit = visit;
    this.record = record;
  }

  static async begin(shop: TestShop, plate?: string): Promise<Reception> {
    const visit = await Visit.begin(shop, plate);
    const body = { vehicleId: visit.vehicleId };
    return new Reception(visit, await visit.advisor.call(routes.begin, { body }));
  }

  get params() {
    return { checkInId: this.record.id };
  }
  get advisor() {
    return this.visit.advisor;
  }

  async save(body: CheckInChange = usual, version = this.record.version) {
    this.record = await this.advisor.call(routes.save, { params: this.params, body }, { version });
    return this.record;
  }
  async photograph(more: { markNumber?: number; caption?: string } = {}) {
    const body = { fileId: await picture(this.advisor, '照片.png'), ...more };
    this.record = await this.advisor.call(routes.addPhoto, { params: this.params, body });
  }
  async correct(body = { words: '划痕在右前门', reason: '记反了左右' }) {
    this.record = await this.advisor.call(routes.correct, { params: this.params, body });
    return this.record;
  }
  async sign(more: { accessoryFileId?: string } = {}) {
    const signatureFileId = await picture(this.advisor);
    const body = { signatureFileId, signedBy: '欧阳思远', ...more };
    this.record = await this.advisor.call(routes.sign, { params: this.params, body });
    return this.record;
  }
}
