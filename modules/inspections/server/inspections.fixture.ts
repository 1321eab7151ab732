import { picture } from '#modules/check-ins/server/check-ins.fixture.ts';
import { Visit } from '#modules/service-orders/server/visit.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import {
  type InspectionSheet,
  inspectionRoutes as routes,
  type SheetItem,
  type SheetKind,
  templateRoutes,
} from '../contract.ts';

type Save = BodyOf<typeof routes.save>;
type KeyedAnswer = NonNullable<Save['answers']>[number];

export const green = (key: string): KeyedAnswer => ({
  ...{ key, light: 'green', reading: null, note: '' },
});

/** A sheet in a test, in the hand of whoever fills it in. */
export class Sheet {
  readonly visit: Visit;
  readonly by: TestEmployee;
  record: InspectionSheet;
  private constructor(visit: Visit, by: TestEmployee, record: InspectionSheet) {
    this.visit = visit;
    this.by = by;
    this.record = record;
  }

  static async begin(visit: Visit, kind: SheetKind = 'intake', by = visit.inspector) {
    const params = { orderId: visit.order.id };
    return new Sheet(visit, by, await by.call(routes.begin, { params, body: { kind } }));
  }
  /** A car that has just been received. */
  static async atIntake(shop: TestShop, plate?: string): Promise<Sheet> {
    const visit = await Visit.begin(shop, plate);
    await visit.receive();
    return Sheet.begin(visit);
  }
  /** A car whose work is done and checked. */
  static async atFinal(shop: TestShop, plate?: string): Promise<Sheet> {
    const visit = await Visit.begin(shop, plate);
    await visit.toWork();
    await visit.doJobs();
    await visit.check();
    return Sheet.begin(visit, 'final');
  }

  get params() {
    return { inspectionSheetId: this.record.id };
  }
  get items(): SheetItem[] {
    return this.record.sections.flatMap(({ items }) => items);
  }
  async save(body: Save, version = this.record.version) {
    this.record = await this.by.call(routes.save, { params: this.params, body }, { version });
    return this.record;
  }
  /** Everything green, every reading as it should be; what is named is as it is said. */
  async fill(...but: readonly KeyedAnswer[]) {
    const answers = this.items.map(
      ({ key, unit, low }): KeyedAnswer =>
        but.find((one) => one.key === key) ?? { ...green(key), reading: unit ? (low ?? 10) : null },
    );
    return this.save({ answers });
  }
  async photograph(itemKey: string) {
    const body = { fileId: await picture(this.by, '照片.png'), itemKey };
    this.record = await this.by.call(routes.addPhoto, { params: this.params, body });
    return body.fileId;
  }
  async ask(itemKey: string, question = '客户说的响声是冷车还是热车？') {
    const body = { itemKey, question };
    this.record = await this.by.call(routes.ask, { params: this.params, body });
    return this.record.questions.at(-1)!.id;
  }
  async answer(inspectionQuestionId: string, answer = '只在冷车') {
    const params = { ...this.params, inspectionQuestionId };
    this.record = await this.visit.advisor.call(routes.answer, { params, body: { answer } });
  }
  async offer(itemKey: string) {
    this.record = await this.by.call(routes.offer, { params: this.params, body: { itemKey } });
  }
  async finish(body: BodyOf<typeof routes.finish> = { passed: true }) {
    this.record = await this.by.call(routes.finish, { params: this.params, body });
    return this.record;
  }
}

export const aTemplate: BodyOf<typeof templateRoutes.draft> = {
  kind: 'intake',
  grade: 'minor',
  vehicleType: '',
  name: '进厂检验（本店小修）',
  source: '车型维修手册 2024 版',
  sections: [
    {
      title: '制动',
      items: [
        {
          ...{ key: 'pads', name: '前制动片厚度', method: 'instrument' },
          ...{ unit: 'mm', low: 4, high: null, jobCode: 'BRAKE-F' },
        },
        {
          ...{ key: 'fluid', name: '制动液', method: 'look' },
          ...{ unit: '', low: null, high: null, jobCode: '' },
        },
      ],
    },
  ],
};

/** A template of the house, published. */
export async function publishTemplate(owner: TestEmployee, more: Partial<typeof aTemplate> = {}) {
  const draft = await owner.call(templateRoutes.draft, { body: { ...aTemplate, ...more } });
  const params = { inspectionTemplateId: draft.id! };
  return owner.call(templateRoutes.publish, { params });
}

/** What other checks need: a template of the house that is published, and one that is being written. */
export async function furnishTemplates(owner: TestEmployee, mark: string): Promise<void> {
  const name = `进厂检验（本店小修）${mark}`;
  await publishTemplate(owner, { name });
  await owner.call(templateRoutes.draft, { body: { ...aTemplate, grade: 'special', name } });
}

/** What other checks need: sheets under way and signed, with photos, questions and offers. */
export async function furnishInspections(
  shop: TestShop,
  nextPlate: () => string,
  mark = '',
): Promise<void> {
  for (const isAnswered of [false, true]) {
    const sheet = await Sheet.atIntake(shop, nextPlate());
    const [first, second] = sheet.items;
    const loose = { ...green(first!.key), light: 'red', note: `松动${mark}`, reading: 3 } as const;
    await sheet.save({ answers: [loose] });
    await sheet.photograph(first!.key);
    const question = await sheet.ask(second!.key, `是冷车还是热车？${mark}`);
    if (!isAnswered) continue;
    await sheet.answer(question, `只在冷车${mark}`);
    await sheet.offer(first!.key);
    await sheet.fill(loose);
    await sheet.finish();
  }
  await Sheet.atFinal(shop, nextPlate());
}
