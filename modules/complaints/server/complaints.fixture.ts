import { createCustomer } from '#modules/customers/server/index.ts';
import { createVehicle } from '#modules/vehicles/server/index.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { type Complaint, type NewComplaint, complaintRoutes as routes } from '../contract.ts';

const words: NewComplaint = {
  channel: 'phone',
  complainantName: '王先生',
  complainantPhone: '138 0013 8000',
  kind: 'repairTechnique',
  content: '刹车异响修了两次还响，说好昨天给答复也没有人打电话。',
};

export const received = (by: TestEmployee, given: Partial<NewComplaint> = {}) =>
  by.call(routes.receive, { body: { ...words, ...given } });
export const known = (shop: TestShop) =>
  shop.write(async (work) => {
    const customer = await createCustomer(work, { name: '王建国', phone: '13800138000' });
    const vehicle = await createVehicle(work, { plate: '京A12345', ownerId: customer.id });
    return { customerId: customer.id, vehicleId: vehicle.id };
  });
export const clocksOf = ({ commitments }: Complaint) =>
  Object.fromEntries(
    commitments.map(({ rule, state }) => [rule.replace('complaints.', ''), state]),
  );
export const stepOf = ({ steps }: Complaint, step: string) =>
  steps.find((each) => each.step === step);

/** A step by its name, when the body comes with it. */
export const take = (by: TestEmployee, step: string, complaintId: string, body: object) =>
  by.call(routes[step as 'note'], { params: { complaintId }, body: body as { words: string } });

/** Takes a complaint through the steps up to the one named, each with a usual body. */
export async function upTo(by: TestEmployee, complaintId: string, last: keyof typeof usual) {
  let shown: Complaint | undefined;
  for (const [step, body] of Object.entries(usual)) {
    shown = await take(by, step, complaintId, body);
    if (step === last) break;
  }
  return shown!;
}
export const usual = {
  acknowledge: { words: '已致电道歉，今天下午技师到场检查。' },
  investigate: {
    findings: '右前导向销缺油。',
    causeKind: 'repair',
    cause: '导向销没有润滑',
    responsibility: '机修一组',
  },
  propose: { solution: '免费返修', measure: '清洁润滑导向销，换片', customerAnswer: 'accepted' },
  reportBack: { how: 'phone', words: '已试车，没有异响。' },
  askSatisfaction: { satisfaction: 'satisfied' },
  noteLesson: { lesson: '换片作业表加一项：导向销润滑。' },
  close: {},
} as const;
