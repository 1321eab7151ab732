import { addBay, hoursOf } from '#modules/appointments/server/appointments.fixture.ts';
import type { BodyOf } from '#shared/route.ts';
import type { TestEmployee, TestShop } from '#test/tenant.ts';
import { openShopRoutes, shopPageRoutes } from '../contract.ts';

type Page = BodyOf<typeof shopPageRoutes.save>;

/** A page as a manager writes it. */
export const aPage = (more: Partial<Page> = {}): Page => ({
  ...{ slug: 'chengdong', isOpen: true, intro: '二十年老店，专修大众、丰田。' },
  ...{ mapPoint: '114.305500,30.592800', rescuePhone: '13900139000', complaintPhone: '' },
  ...{ promises: ['旧件一律交还'], receptionSteps: [], complaintSteps: [] },
  ...{ authorityPhone: '12315', transportPhone: '12328' },
  ...{ takesBookings: true, confirmsItself: false, fetches: true, changeUntilHours: 2 },
  ...more,
});

export const savePageBy = (owner: TestEmployee, more: Partial<Page> = {}) =>
  owner.call(shopPageRoutes.save, { body: aPage(more) });

/** An open page, with a bay and hours that can be booked. */
export async function openShop(owner: TestEmployee, more: Partial<Page> = {}) {
  await addBay(owner);
  await hoursOf(owner, 480);
  return savePageBy(owner, more);
}

/** The house's short name, as its pages' addresses say it. */
export const houseIn = (at: string) => new URL(at).searchParams.get('h') ?? '';

let forms = 0;
const nextForm = () => `form-of-a-test-number-${String(forms++).padStart(8, '0')}`;
let addresses = 0;

/** Asks as somebody without a login does; each from an address of his own unless one is given. */
export async function ask(
  shop: TestShop,
  method: 'GET' | 'POST',
  path: string,
  payload?: object,
  { remoteAddress = `10.9.${addresses >> 8}.${addresses++ % 256}`, headers = {} } = {},
) {
  const url = `/api/v1${path}`;
  const given = payload ? { payload } : {};
  return shop.http.inject({ method, url, remoteAddress, headers, ...given });
}

export async function firstTimes(shop: TestShop, house: string, kind = 'maintenance') {
  const query = new URLSearchParams({ house, slug: 'chengdong', kind });
  const reply = await ask(shop, 'GET', `${openShopRoutes.times.path}?${query}`);
  return (reply.json().items ?? []) as { startsAt: string; endsAt: string }[];
}

/** A form that a visitor sends. */
export const aForm = (house: string, startsAt: string, more: object = {}) => ({
  ...{ house, slug: 'chengdong', form: nextForm(), kind: 'maintenance', startsAt },
  ...{ name: '单小红', phone: '138 7123 4567', plate: '鄂A·12345', wish: '换机油，刹车响' },
  ...more,
});
