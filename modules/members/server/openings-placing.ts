import type { KeptList, Placed, RowRead } from '#modules/imports/server/index.ts';
import type { Work } from '#platform/work.ts';
import { plainText } from '#shared/hint.ts';
import type { TierRule } from '../contract-rules.ts';
import { type Holder, holdersOf } from './queries-openings.ts';
import { tiersOf } from './rules.ts';

type Values = RowRead['values'];

/** What is kept of a row until it is written. */
export interface StagedOpening {
  /** Key of the tier that the list names. */
  tier: string | null;
}

/** Finds whose each row is, by telephone and name, plate or member number; nothing is guessed. */
export async function placeHolders(
  work: Work,
  { orgPath }: KeptList,
  rows: readonly RowRead[],
): Promise<Placed[]> {
  const told = (field: 'phone' | 'plate' | 'memberNo') => [
    ...new Set(rows.map(({ values }) => values[field]).filter((key) => key !== null)),
  ];
  const keys = { phones: told('phone'), plates: told('plate'), numbers: told('memberNo') };
  const found = Map.groupBy(
    await holdersOf(work, orgPath, keys),
    ({ via, key }) => `${via} ${key}`,
  );
  const tiers = await tiersOf(work, orgPath);
  return rows.map((row) => {
    const holder = holderOf(row, found);
    const tier = tierOf(row, tiers);
    if (!holder) return { subject: null };
    noteMember(row, holder, tier);
    const staged: StagedOpening = { tier: tier?.key ?? null };
    return { subject: holder.customerId, customerId: holder.customerId, staged };
  });
}

/** A person who stands in two rows: both tell money or points, or both the same package. */
export function repeatsBalance(values: Values, earlier: Values): boolean {
  const hasSums = ({ principalFen, giftFen, points }: Values) =>
    (principalFen ?? 0) + (giftFen ?? 0) + (points ?? 0) > 0;
  const isSamePackage = values.packageName !== null && values.packageName === earlier.packageName;
  return (hasSums(values) && hasSums(earlier)) || isSamePackage;
}

const bare = (text: string) => plainText(text).replace(/\s/g, '');

/** A telephone alone is no proof of a person: somebody else may have it by now. The name goes with it. */
function holderOf(row: RowRead, found: ReadonlyMap<string, Holder[]>): Holder | undefined {
  const { phone, plate, memberNo, customerName } = row.values;
  const hasName = ({ name, via }: Holder) =>
    customerName === null ? via !== 'phone' : bare(name) === bare(customerName);
  const sets = (
    [
      ['phone', phone],
      ['plate', plate],
      ['number', memberNo],
    ] as const
  ).flatMap(([via, key]) => (key === null ? [] : [found.get(`${via} ${key}`) ?? []]));
  const fitting = sets.map((set) => set.filter(hasName)).filter((set) => set.length > 0);
  const inAll = (fitting[0] ?? []).filter(({ customerId }) =>
    fitting.every((set) => set.some((each) => each.customerId === customerId)),
  );
  const [holder, another] = inAll;
  if (holder && !another) {
    noteHow(row, holder);
    return holder;
  }
  // What cannot be read tells nobody: the row is held for that already.
  if (row.faults.some(({ field }) => whoFields.has(field))) return undefined;
  const isKnown = sets.some((set) => set.length > 0);
  const code =
    fitting.length > 0 ? 'holder_ambiguous' : isKnown ? 'holder_other_name' : 'holder_unknown';
  const told = phone !== null ? 'phone' : plate !== null ? 'plate' : 'memberNo';
  const field = code === 'holder_other_name' ? 'customerName' : told;
  row.faults.push({ code, field, text: row.values[field] ?? '' });
  return undefined;
}
const whoFields = new Set<string>(['customerName', 'phone', 'plate', 'memberNo']);

function noteHow({ values, tidied }: RowRead, { via }: Holder): void {
  if (via === 'plate') {
    tidied.push({ code: 'holder_by_plate', field: 'plate', text: values.plate! });
  }
  if (via === 'number') {
    tidied.push({ code: 'holder_by_number', field: 'memberNo', text: values.memberNo! });
  }
}

function tierOf({ values, faults }: RowRead, tiers: readonly TierRule[]): TierRule | undefined {
  const { tier: typed } = values;
  if (typed === null) return undefined;
  const tier = tiers.find(({ key, name }) => [key, bare(name)].includes(bare(typed)));
  if (!tier) faults.push({ code: 'tier_unknown', field: 'tier', text: typed });
  return tier;
}

function noteMember(row: RowRead, holder: Holder, tier: TierRule | undefined): void {
  if (holder.tier === null) return;
  const { faults, warnings, values } = row;
  const who = { field: 'customerName', text: values.customerName ?? '' } as const;
  if (holder.isElsewhere) faults.push({ code: 'member_elsewhere', ...who });
  if (holder.isTakenOver) faults.push({ code: 'balance_taken_over', ...who });
  if (holder.isElsewhere || holder.isTakenOver) return;
  warnings.push({ code: 'member_already', ...who });
  if (tier && tier.key !== holder.tier && holder.tierRule !== 'joining') {
    warnings.push({ code: 'tier_kept', field: 'tier', text: values.tier! });
  }
}
