import type { ChangeOf, RowOf } from '#database/types.generated.ts';
import { statement } from '#platform/sql.ts';
import type { Fresh, Work } from '#platform/work.ts';

export type ShopPageRow = RowOf<'shopPages'>;

/** A unit of the tree, as its page names it. */
export interface Place {
  orgUnitId: string;
  orgPath: string;
  name: string;
  code: string;
  address: string;
  phone: string;
  closedAt: Date | null;
}
const columns =
  'u.id as org_unit_id, u.path as org_path, u.name, u.code, u.address, u.phone, u.closed_at';

const place = statement<Place, { unitId: string | null; homeId: string | null }>(
  'shopPage.place',
  `select ${columns} from org_units u
    where u.tenant_id = :tenant and u.path ^@ any(:scopes) and (:unitId::uuid is null or u.id = :unitId)
    order by (u.id = :homeId::uuid) desc, u.path limit 1`,
);
/** The unit asked for where the caller acts there; unasked, his own, else the first of his part of the tree. */
export const placeWithin = (work: Work, unitId: string | undefined) =>
  work.first(place, { unitId: unitId ?? null, homeId: work.actor.unitId || null });

const held = statement<{ id: string }, { unitId: string }>(
  'shopPage.placeHeld',
  'select id from org_units where tenant_id = :tenant and id = :unitId for no key update',
);
/** Who writes the page of a shop does so one after the other. */
export const holdPlace = (work: Work, unitId: string) => work.first(held, { unitId });

const ofUnit = statement<ShopPageRow, { unitId: string }>(
  'shopPage.ofUnit',
  'select * from shop_pages where tenant_id = :tenant and org_unit_id = :unitId',
);
export const pageOfUnit = (work: Work, unitId: string) => work.first(ofUnit, { unitId });

const slugged = statement<{ orgUnitId: string }, { slug: string }>(
  'shopPage.slugged',
  'select org_unit_id from shop_pages where tenant_id = :tenant and slug = :slug',
);
export const unitOfSlug = (work: Work, slug: string) => work.first(slugged, { slug });

export const insertPage = (work: Work, row: Fresh<'shopPages'>) => work.insert('shopPages', row);
export const updatePage = async (work: Work, id: string, change: ChangeOf<'shopPages'>) =>
  (await work.update('shopPages', { id }, change))!;

const openPlace = statement<Place, { slug: string }>(
  'shopPage.openPlace',
  `select ${columns} from shop_pages s
     join org_units u on u.tenant_id = s.tenant_id and u.id = s.org_unit_id
    where s.tenant_id = :tenant and s.slug = :slug and s.is_open and u.closed_at is null`,
);
/** The shop behind an address that is open to everybody. */
export const openPlaceOf = (work: Work, slug: string) => work.first(openPlace, { slug });

const openOfUnit = statement<
  { code: string; slug: string | null; takesBookings: boolean },
  { unitId: string }
>(
  'shopPage.openOfUnit',
  `select u.code, s.slug, coalesce(s.takes_bookings, false) as takes_bookings from org_units u
     left join shop_pages s on s.tenant_id = u.tenant_id and s.org_unit_id = u.id and s.is_open
    where u.tenant_id = :tenant and u.id = :unitId and u.closed_at is null and u.path ^@ any(:scopes)`,
);
/** A shop that is not closed, with the name of its page where that stands open. */
export const openUnit = (work: Work, unitId: string) => work.first(openOfUnit, { unitId });

const house = statement<{ house: string; code: string }, object>(
  'shopPage.house',
  'select name as house, code from tenants where id = :tenant',
);
export const houseOf = async (work: Work) => (await work.first(house, {}))!;

const lock = statement<ShopPageRow, { unitId: string }>(
  'shopPage.lock',
  'select * from shop_pages where tenant_id = :tenant and org_unit_id = :unitId for no key update',
);
/** Forms of one shop are taken one after the other: of two taps the second finds the first. */
export const lockPage = (work: Work, unitId: string) => work.first(lock, { unitId });

const sentBefore = statement<{ appointmentId: string }, { formHash: Buffer }>(
  'shopPage.sentBefore',
  'select appointment_id from web_bookings where tenant_id = :tenant and form_hash = :formHash',
);
export const bookingOfForm = (work: Work, formHash: Buffer) => work.first(sentBefore, { formHash });
export const insertBooking = (work: Work, row: Fresh<'webBookings'>) =>
  work.insert('webBookings', row);

const ahead = statement<{ count: number }, { phone: string }>(
  'shopPage.bookedAhead',
  `select count(*)::int as count from (select 1 from appointments
     where tenant_id = :tenant and way = 'web' and phone = :phone and starts_at > :now
       and state in ('asked', 'booked', 'confirmed') limit 100) a`,
);
/** How many times a telephone has asked for by the web and not come to yet, in the whole house. */
export const bookedAhead = async (work: Work, phone: string): Promise<number> =>
  (await work.first(ahead, { phone }))!.count;
