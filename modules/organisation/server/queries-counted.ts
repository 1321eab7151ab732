import { type Statement, statement } from '#platform/sql.ts';
import type { Work } from '#platform/work.ts';
import { type PlaceCount, type PlaceKind, placeKinds } from '../contract.ts';

/** What a module says of its own that stands at a place of the tree. */
interface CountedAt {
  kind: PlaceKind;
  /** Whether it has to be ended before the place is closed; the rest is history and stays. */
  isOpen: boolean;
  table: string;
  /** Which of its rows count, as SQL. */
  where: string;
  /** The column that says where a row stands. */
  path?: 'scope_path';
}
type Counting = Statement<PlaceCount, { orgPath: string }>;

const known = new Map<PlaceKind, CountedAt>();
const made = new Map<'all' | 'open', Counting>();

/** A module says what of its own stands at a place and below it: people look at it before they move or close one. */
export function defineCountedAt(counted: CountedAt): void {
  known.set(counted.kind, counted);
}

/** What stands there, all kinds in one statement, those of which there is nothing left out. */
export async function countsAt(
  work: Work,
  orgPath: string,
  { isOpen = false }: { isOpen?: boolean } = {},
): Promise<PlaceCount[]> {
  const which = isOpen ? 'open' : 'all';
  const counting = made.get(which) ?? countingOf(which);
  made.set(which, counting);
  const counts = await work.rows(counting, { orgPath });
  return counts.sort((one, other) => placeKinds.indexOf(one.kind) - placeKinds.indexOf(other.kind));
}

/** Made when it is first asked: by then every module has said what it has. */
function countingOf(which: 'all' | 'open'): Counting {
  const asked = [...known.values()].filter(({ isOpen }) => which === 'all' || isOpen);
  const parts = asked.map(
    ({ kind, table, where, path = 'org_path' }) =>
      `select '${kind}' as kind, count(*) as count from ${table}
        where tenant_id = :tenant and ${path} ^@ :orgPath and ${where} having count(*) > 0`,
  );
  return statement(`organisation.countsAt.${which}`, parts.join('\nunion all\n'), {
    isPlannedOnce: true,
  });
}
