import { templateRoutes } from '#modules/message-templates/contract.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { letterRoutes } from '../contract.ts';

export const usual = {
  kind: 'notice',
  way: 'post',
  purpose: 'service',
  language: 'zh-CN',
  subject: '服务月活动通知',
  body: '兹定于12月5日上午九时在本店举行客户联谊活动。\n届时提供免费检测，敬请光临。',
} as const;

/** One letter in each state that a screen shows: draft, handed in, printed, posted and come back. */
export async function someLetters(
  writer: TestEmployee,
  customerId: string,
  mark: string,
): Promise<void> {
  const second = await writer.shop.employee('owner');
  const body = { ...usual, subject: `${usual.subject}${mark}`, address: `深圳市福田区1号${mark}` };
  const steps = ['ask', 'approve', 'print', 'send', 'takeBack'] as const;
  for (const reached of [0, 1, 3, 5]) {
    const written = await writer.call(letterRoutes.write, { params: { customerId }, body });
    const params = { letterId: written.id };
    for (const step of steps.slice(0, reached)) {
      if (step === 'approve') await second.call(letterRoutes.approve, { params });
      else if (step === 'send') await writer.call(letterRoutes.send, { params, body: {} });
      else if (step === 'takeBack')
        await writer.call(letterRoutes.takeBack, { params, body: { reason: `地址不详${mark}` } });
      else await writer.call(letterRoutes[step], { params });
    }
  }
}

/** An approved template for letters, in the words of the trade's own rules. */
export async function letterTemplate(writer: TestEmployee, words: object = {}): Promise<string> {
  const second = await writer.shop.employee('owner');
  const { id: templateId } = await writer.call(templateRoutes.add, {
    body: {
      name: '保养到期通知',
      purpose: 'service',
      channel: 'email',
      language: 'zh-CN',
      subject: '关于车辆保养的通知',
      body: '{称呼}，感谢您一直以来的信任。\n请来{门店}做一次检查，电话{门店电话}。',
      ...words,
    },
  });
  const params = { templateId };
  await writer.call(templateRoutes.ask, { params });
  await second.call(templateRoutes.approve, { params });
  return templateId;
}
