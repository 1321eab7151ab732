import {
  type CustomerInMerge,
  customerMergeFields,
  leaveCustomerShell,
  lockCustomersToMerge,
  restoreCustomer,
  writeMergedCustomer,
} from '#modules/customers/server/index.ts';
import { type MembersMerged, mergeMembers, splitMembers } from '#modules/members/server/index.ts';
import {
  type BesideVehicle,
  leaveVehicleShell,
  lockVehiclesToMerge,
  restoreVehicle,
  undoBesideVehicle,
  type VehicleInMerge,
  vehicleMergeFields,
  writeMergedVehicle,
} from '#modules/vehicles/server/index.ts';
import type { Work } from '#platform/work.ts';
import type { Choice, RecordKind } from '../contract.ts';
import { type Compared, chosen, compare, customerFields, vehicleFields } from './fields.ts';
import type { Locked } from './queries.ts';

export type Snapshot = Partial<CustomerInMerge & VehicleInMerge>;
type Asked = readonly { field: string; take: Choice }[];

/** What merging needs of a kind of record; its module does the writing. */
interface Kind {
  lock(work: Work, ids: readonly string[]): Promise<Locked[]>;
  snapshot(row: Locked): Snapshot;
  compare(kept: Locked, gone: Locked): Compared[];
  /** What the choices write into the record that stays. */
  chosen(kept: Locked, gone: Locked, asked: Asked): Snapshot;
  leaveShell(work: Work, id: string, intoId: string): Promise<void>;
  /** Two of what only one may have become one, before references are turned. */
  join(work: Work, goneId: string, keptId: string): Promise<MembersMerged | undefined>;
  /** Takes that apart again, after references were given back. */
  part(work: Work, joined: readonly MembersMerged[]): Promise<void>;
  write(
    work: Work,
    kept: Locked,
    fields: Snapshot,
    gone: Locked,
  ): Promise<{ fields: Snapshot; beside?: BesideVehicle }>;
  restore(work: Work, row: Locked, former: Snapshot): Promise<void>;
  undoBeside(work: Work, beside: BesideVehicle): Promise<void>;
}

const picked = <Row extends object>(row: Row, names: readonly (keyof Row)[]) =>
  Object.fromEntries(names.map((name) => [name, row[name]])) as Snapshot;

type CustomerRow = Awaited<ReturnType<typeof lockCustomersToMerge>>[number];
type VehicleRow = Awaited<ReturnType<typeof lockVehiclesToMerge>>[number];

const earlier = (one: string, other: string) => (one <= other ? one : other);
const later = (one: string | null, other: string | null) =>
  [one, other].reduce((most, day) => (most === null || (day !== null && day > most) ? day : most));

const customers = {
  lock: lockCustomersToMerge,
  snapshot: (row: CustomerRow) => picked(row, customerMergeFields),
  compare: (kept: CustomerRow, gone: CustomerRow) => compare(customerFields, kept, gone),
  chosen: (kept: CustomerRow, gone: CustomerRow, asked: Asked) => ({
    ...chosen<CustomerInMerge>(customerFields, [kept, gone], asked),
    firstSeenOn: earlier(kept.firstSeenOn, gone.firstSeenOn),
    lastVisitOn: later(kept.lastVisitOn, gone.lastVisitOn),
  }),
  leaveShell: leaveCustomerShell,
  join: (work: Work, fromCustomerId: string, intoCustomerId: string) =>
    mergeMembers(work, { fromCustomerId, intoCustomerId }),
  part: async (work: Work, joined: readonly MembersMerged[]) => {
    // One membership of a customer is in force: the first that went; who joined meanwhile goes along with it.
    const home = joined[0]?.fromMembershipId;
    for (const each of joined) await splitMembers(work, each, home);
  },
  write: async (work: Work, kept: CustomerRow, fields: Snapshot) => ({
    fields: await writeMergedCustomer(work, kept, fields),
  }),
  restore: restoreCustomer,
  undoBeside: async () => {},
};

const vehicles = {
  lock: lockVehiclesToMerge,
  snapshot: (row: VehicleRow) => picked(row, vehicleMergeFields),
  compare: (kept: VehicleRow, gone: VehicleRow) => compare(vehicleFields, kept, gone),
  chosen: (kept: VehicleRow, gone: VehicleRow, asked: Asked) => ({
    ...chosen<VehicleInMerge>(vehicleFields, [kept, gone], asked),
    lastVisitOn: later(kept.lastVisitOn, gone.lastVisitOn),
  }),
  leaveShell: leaveVehicleShell,
  join: async () => undefined,
  part: async () => {},
  write: async (work: Work, kept: VehicleRow, fields: Snapshot, gone: VehicleRow) => {
    const { written, beside } = await writeMergedVehicle(work, kept, fields, gone.plate);
    return { fields: written, beside };
  },
  restore: restoreVehicle,
  undoBeside: undoBesideVehicle,
};

/** Rows of one kind go in and out of the same entry: what a kind locks is what it is handed. */
export const kinds: Record<RecordKind, Kind> = {
  customer: customers as unknown as Kind,
  vehicle: vehicles as unknown as Kind,
};
