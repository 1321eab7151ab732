import { customerRoutes } from '#modules/customers/contract.ts';
import { templateRoutes } from '#modules/message-templates/contract.ts';
import { segmentRoutes } from '#modules/segments/contract.ts';
import type { TestEmployee } from '#test/tenant.ts';
import { campaignRoutes, replyRoutes, standingRoutes } from '../contract.ts';

/** Words for advertising by SMS that somebody wrote and another approved. */
export async function campaignTemplate(writer: TestEmployee, words: object = {}): Promise<string> {
  const second = await writer.shop.employee('owner');
  const { id: templateId } = await writer.call(templateRoutes.add, {
    body: {
      name: '活动邀请',
      purpose: 'marketing',
      channel: 'sms',
      language: 'zh-CN',
      body: '{称呼}，{门店}邀您参加客户联谊活动，拒收请回复R',
      ...words,
    },
  });
  const params = { templateId };
  await writer.call(templateRoutes.ask, { params });
  await second.call(templateRoutes.approve, { params });
  return templateId;
}

/** A segment of everybody, under a name. */
export const everybody = async (writer: TestEmployee, name = '全部客户'): Promise<string> =>
  (await writer.call(segmentRoutes.add, { body: { name, isShared: true, conditions: {} } })).id;

/** A campaign drawn up and examined, and an event approved by a second person. */
export async function someCampaigns(writer: TestEmployee, mark: string): Promise<void> {
  const second = await writer.shop.employee('owner');
  const segmentId = await everybody(writer, `全部${mark}`);
  const templateId = await campaignTemplate(writer, { name: `活动${mark}` });
  const said = { content: `免费检测${mark}`, segmentId, templateId };
  const offer = { ...said, kind: 'offer', name: `优惠月${mark}`, event: null } as const;
  const happensAt = new Date(writer.shop.now.getTime() + 30 * 86_400_000).toISOString();
  const event = { happensAt, place: `客户休息区${mark}`, capacity: 20 };
  const standing = { ...said, occasion: 'springFestival', seasonFrom: '', way: 'message' } as const;
  await writer.call(standingRoutes.write, { body: { ...standing, name: `春节问候${mark}` } });
  const invited = { ...said, kind: 'event', name: `联谊会${mark}`, event } as const;
  for (const body of [offer, invited]) {
    const { id: campaignId } = await writer.call(campaignRoutes.write, { body });
    const params = { campaignId };
    await writer.call(campaignRoutes.examine, { params });
    await writer.shop.settle();
    if (body.kind !== 'event') continue;
    await second.call(campaignRoutes.approve, { params });
    const { items } = await writer.call(customerRoutes.list, { query: { limit: 1 } });
    const [guest] = items;
    const said = { isComing: true, seats: 2, note: `带孩子${mark}` };
    if (guest)
      await writer.call(replyRoutes.answer, { params, body: { customerId: guest.id, ...said } });
  }
}
