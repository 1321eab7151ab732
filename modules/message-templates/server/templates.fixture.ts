import type { TestEmployee } from '#test/tenant.ts';
import { templateRoutes } from '../contract.ts';

/** A template of each state: a draft, one handed in, one in use that was approved by a second person. */
export async function someTemplates(writer: TestEmployee, mark: string): Promise<void> {
  const second = await writer.shop.employee('owner');
  const words = { purpose: 'service', channel: 'sms', language: 'zh-CN' } as const;
  const body = { ...words, body: `{称呼}，您的件到了${mark}。` };
  for (const [name, steps] of [
    ['草稿', 0],
    ['待审批', 1],
    ['到件通知', 2],
  ] as const) {
    const { id: templateId } = await writer.call(templateRoutes.add, {
      body: { ...body, name: `${name}${mark}` },
    });
    const params = { templateId };
    if (steps > 0) await writer.call(templateRoutes.ask, { params });
    if (steps > 1) await second.call(templateRoutes.approve, { params });
  }
}
