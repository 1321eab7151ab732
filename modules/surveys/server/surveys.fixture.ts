import { statement } from '#platform/sql.ts';
import { pathOf } from '#shared/call.ts';
import type { Route } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { endedVisit } from '#test/visit.ts';
import {
  type GivenAnswer,
  heldSurveyRoutes,
  invitationRoutes,
  type SurveySettings,
} from '../contract.ts';
import { defaultSettings, settingsKey } from './rules.ts';

/** What a customer answers to the shipped questionnaire after a delivery. */
export const answersOf = (overall: number, recommend: number, words = ''): GivenAnswer[] => [
  { key: 'overall', score: overall, words: '' },
  { key: 'recommend', score: recommend, words: '' },
  ...(words ? [{ key: 'words', score: null, words }] : []),
];

/** Longer than any window after a delivery, shorter than an invitation is valid. */
const untilAsked = 5 * 24;

/** A delivered visit whose customer has been asked: by telephone unless the house sends SMS. */
export async function asked(shop: TestShop, advisor: TestEmployee, name = '王秀英') {
  const visit = await endedVisit(shop, advisor, { name });
  await shop.forward(untilAsked);
  return { ...visit, invitationId: await invitationOf(shop, visit.orderId) };
}

const ofOrder = statement<{ id: string }, { orderId: string }>(
  'test.invitationOf',
  'select id from survey_invitations where tenant_id = :tenant and order_id = :orderId',
);
export async function invitationOf(shop: TestShop, orderId: string): Promise<string> {
  return (await shop.reading.first(ofOrder, { orderId }))!.id;
}

/** The house decides how surveys are run. */
export const runSurveysBy = (shop: TestShop, change: Partial<SurveySettings>) =>
  shop.write((work) =>
    work.insert('settings', {
      key: settingsKey,
      orgPath: '1.',
      value: JSON.stringify({ ...defaultSettings, ...change }),
    }),
  );

/** The customer on his own telephone. */
export class Holder {
  private cookie = '';
  private readonly shop: TestShop;
  private readonly invitationId: string;
  readonly device: string;
  private constructor(shop: TestShop, invitationId: string, device: string) {
    this.shop = shop;
    this.invitationId = invitationId;
    this.device = device;
  }

  /** By a link that a caller made for him. */
  static async sent(shop: TestShop, caller: TestEmployee, invitationId: string, device = 'phone') {
    const params = { surveyInvitationId: invitationId };
    const { url } = await caller.call(invitationRoutes.makeLink, { params, body: {} });
    return Holder.by(shop, url, invitationId, device);
  }
  static async by(shop: TestShop, url: string, invitationId: string, device = 'phone') {
    const holder = new Holder(shop, invitationId, device);
    const token = new URL(url).hash.slice(1);
    const reply = await shop.http.inject({
      method: 'POST',
      url: '/api/v1/link-visits',
      payload: { token },
    });
    holder.cookie = String(reply.headers['set-cookie']).split(';')[0]!;
    return holder;
  }

  read = () => this.ask(heldSurveyRoutes.read);
  answer = (answers: readonly GivenAnswer[]) => this.ask(heldSurveyRoutes.answer, { answers });
  private ask(route: Route, payload?: object) {
    return this.shop.http.inject({
      method: route.method,
      url: pathOf(route, { surveyInvitationId: this.invitationId }),
      headers: { cookie: this.cookie, 'user-agent': this.device },
      ...(payload && { payload }),
    });
  }
}
