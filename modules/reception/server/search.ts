import { can } from '#platform/actor.ts';
import { placed, seesIdentity } from '#platform/privacy.ts';
import type { Work } from '#platform/work.ts';
import { maskPhone } from '#shared/phones.ts';
import { backwards, grams, type Probe, shapeOfQuery, withoutGuesses } from '#shared/search-text.ts';
import { foundKinds, type SearchAnswer } from '../contract.ts';
import { runSearch, type SearchRow, type SearchValues } from './search-queries.ts';

const nothingAsked: SearchValues = {
  orderNumber: null,
  orderNumberEnd: null,
  orderTail: null,
  orderTailEnd: null,
  plate: null,
  plateStart: null,
  plateStartEnd: null,
  plateTail: null,
  plateTailEnd: null,
  vin: null,
  vinTail: null,
  vinTailEnd: null,
  phone: null,
  phoneStart: null,
  phoneStartEnd: null,
  phoneTail: null,
  phoneTailEnd: null,
  initials: null,
  initialsStart: null,
  initialsStartEnd: null,
  pinyinStart: null,
  pinyinStartEnd: null,
  name: null,
  nameStart: null,
  nameStartEnd: null,
  grams: null,
};

/** Everything that begins so lies before the text with the last of all characters behind it. */
const endOf = (start: string) => `${start}\u{10ffff}`;

/** What one reading of the text asks of the indexes. */
function askedBy(probe: Probe): Partial<SearchValues> {
  switch (probe.kind) {
    case 'orderNumber':
      return { orderNumber: probe.start, orderNumberEnd: endOf(probe.start) };
    case 'orderTail': {
      const orderTail = backwards(probe.tail);
      return { orderTail, orderTailEnd: endOf(orderTail) };
    }
    case 'plate':
      return { plate: probe.plate };
    case 'plateStart':
      return { plateStart: probe.start, plateStartEnd: endOf(probe.start) };
    case 'plateTail': {
      const plateTail = backwards(probe.tail);
      return { plateTail, plateTailEnd: endOf(plateTail) };
    }
    case 'vin':
      return { vin: probe.vin };
    case 'vinTail': {
      const vinTail = backwards(probe.tail);
      return { vinTail, vinTailEnd: endOf(vinTail) };
    }
    default:
      return askedOfCustomers(probe);
  }
}

type CustomerProbe = Extract<
  Probe,
  { kind: 'phone' | 'phoneStart' | 'phoneTail' | 'pinyin' | 'name' }
>;

function askedOfCustomers(probe: CustomerProbe): Partial<SearchValues> {
  switch (probe.kind) {
    case 'phone':
      return { phone: backwards(probe.phone) };
    case 'phoneStart':
      return { phoneStart: probe.start, phoneStartEnd: endOf(probe.start) };
    case 'phoneTail': {
      const phoneTail = backwards(probe.tail);
      return { phoneTail, phoneTailEnd: endOf(phoneTail) };
    }
    case 'pinyin': {
      const { letters } = probe;
      const end = endOf(letters);
      return {
        initials: letters,
        initialsStart: letters,
        initialsStartEnd: end,
        pinyinStart: letters,
        pinyinStartEnd: end,
      };
    }
    case 'name': {
      const { name } = probe;
      // A single character is the beginning of a name; within names it would find half the archive.
      const pairs = [...name].length > 1 ? grams(name) : [];
      return {
        name,
        nameStart: name,
        nameStartEnd: endOf(name),
        grams: pairs.length > 0 ? pairs : null,
      };
    }
  }
}

const ofCustomers = new Set<Probe['kind']>(['phone', 'phoneStart', 'phoneTail', 'pinyin', 'name']);
const ofOrders = new Set<Probe['kind']>(['orderNumber', 'orderTail']);

/** What each branch of the search looks for, as far as the asker may see its answers. */
export function searchValues(
  typed: string,
  sees: { seesCustomers: boolean; seesOrders: boolean; seesIdentity: boolean },
): SearchValues {
  const meant = shapeOfQuery(typed);
  const allowed = (sees.seesIdentity ? meant : withoutGuesses(meant)).filter(
    ({ kind }) =>
      (sees.seesCustomers || !ofCustomers.has(kind)) && (sees.seesOrders || !ofOrders.has(kind)),
  );
  return Object.assign({ ...nothingAsked }, ...allowed.map(askedBy));
}

/** Answers the one search box: every reading of the text at once, the likeliest kind first. */
export async function search(work: Work, typed: string, size: number): Promise<SearchAnswer> {
  const { actor } = work;
  const sees = {
    seesCustomers: can(actor, 'customers.see'),
    seesOrders: can(actor, 'serviceOrders.see'),
  };
  const row = await runSearch(
    work,
    searchValues(typed, { ...sees, seesIdentity: seesIdentity(actor) }),
    { size, ...sees },
  );
  // Cars and customers that are not shared were not looked for: what was found is.
  return {
    order: kindsByRank(row),
    vehicles: row.vehicles.map((vehicle) =>
      placed({ ...vehicle, ownerPhone: vehicle.ownerPhone && maskPhone(vehicle.ownerPhone) }, ''),
    ),
    customers: row.customers.map((customer) =>
      placed({ ...customer, phone: maskPhone(customer.phone) }, ''),
    ),
    orders: row.orders,
  };
}

function kindsByRank(row: SearchRow): SearchAnswer['order'] {
  const rankOf = (kind: (typeof foundKinds)[number]) => row[`${kind}Rank`] ?? Infinity;
  return foundKinds
    .filter((kind) => row[kind].length > 0)
    .sort((one, other) => rankOf(one) - rankOf(other));
}
