import type { ImportField } from './fields.ts';
import { balances } from './kinds/balances.ts';
import { customers } from './kinds/customers.ts';
import { employees } from './kinds/employees.ts';
import { prices } from './kinds/prices.ts';
import { vehicles } from './kinds/vehicles.ts';
import type { RelationCode, TidyRow } from './verdict.ts';

export const importKinds = ['customers', 'vehicles', 'employees', 'balances', 'prices'] as const;
export type ImportKind = (typeof importKinds)[number];

/** What lists of a kind hold and what a row of them needs. How a row is read stands in `readers.ts`, field by field. */
export interface KindOfList {
  /** In the order in which they are offered. */
  fields: readonly ImportField[];
  /** Says what a row lacks, after its cells were read. */
  noteWhatIsMissing: (row: TidyRow) => void;
  /** Whether an owner named without a telephone is looked up by his name. */
  findsOwners: boolean;
  /** Whether its rows are people who work here, and not part of the archive. */
  isOfPeople: boolean;
  /** What one must be allowed to do besides importing. */
  needs: 'people.manage' | 'members.manage' | 'prices.change' | null;
  /** Of a kind whose rows a module below keeps (`server/kept-kinds.ts`): how they are shown, asked about and counted. */
  kept?: KeptRows;
}

export interface KeptRows {
  /** The page on which what came in is seen. */
  at: string;
  /** Fields that tell a row from others, the first as its title. */
  shown: readonly ImportField[];
  /** What a row is that says again what an earlier one of the same subject says. */
  twice: RelationCode;
  /** Fields of whole numbers that are summed up; where there are any, a person confirms the sums before writing. */
  sums: readonly ImportField[];
}

/** Every kind of list that can be brought in (ARC-09). */
export const kinds: Readonly<Record<ImportKind, KindOfList>> = {
  customers,
  vehicles,
  employees,
  balances,
  prices,
};
