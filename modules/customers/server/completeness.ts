import type { Permission } from '#modules/people/contract.ts';

/** What an archive is judged by: the customer, and what stands on file of his vehicles. */
export interface ArchiveFacts {
  customer: {
    name: string;
    phone: string;
    address: string;
    wishes: string;
    firstSeenOn: string | null;
  };
  /** The vehicles that he owns now; one who sold his car owes none. */
  vehicles: readonly ArchiveVehicle[];
  onceHadVehicle: boolean;
}
export interface ArchiveVehicle {
  id: string;
  plate: string;
  model: string;
  vehicleType: string;
  maintenanceItems: string;
  intervalMonths: number | null;
  intervalKm: number | null;
  nextDueOn: string | null;
  nextDueKm: number | null;
}

export interface MissingField {
  field: ArchiveField;
  /** The vehicle that lacks it; absent for what the customer lacks. */
  vehicleId?: string;
  plate?: string;
  /** Whoever holds this may fill it in; the one who took the customer in owes it by name. */
  owedBy: Permission;
}

/** Absent means missing: an empty text, no number, no date. */
const isMissing = (value: unknown) => value === '' || value === null || value === undefined;

/** The fields of ARC-01 as data: where each stands and who owes it. */
const customerFields = [
  { field: 'name', owedBy: 'customers.edit', missing: (c) => isMissing(c.name) },
  { field: 'phone', owedBy: 'customers.edit', missing: (c) => isMissing(c.phone) },
  { field: 'address', owedBy: 'customers.edit', missing: (c) => isMissing(c.address) },
  { field: 'wishes', owedBy: 'customers.edit', missing: (c) => isMissing(c.wishes) },
  { field: 'visitedOn', owedBy: 'customers.edit', missing: (c) => isMissing(c.firstSeenOn) },
] as const satisfies readonly FieldRule<ArchiveFacts['customer']>[];

const vehicleFields = [
  { field: 'plate', owedBy: 'vehicles.edit', missing: (v) => isMissing(v.plate) },
  { field: 'model', owedBy: 'vehicles.edit', missing: (v) => isMissing(v.model) },
  { field: 'vehicleType', owedBy: 'vehicles.edit', missing: (v) => isMissing(v.vehicleType) },
  {
    field: 'maintenanceItems',
    owedBy: 'vehicles.edit',
    missing: (v) => isMissing(v.maintenanceItems),
  },
  {
    field: 'interval',
    owedBy: 'vehicles.edit',
    missing: (v) => isMissing(v.intervalMonths) && isMissing(v.intervalKm),
  },
  {
    field: 'nextDue',
    owedBy: 'vehicles.edit',
    missing: (v) => isMissing(v.nextDueOn) && isMissing(v.nextDueKm),
  },
] as const satisfies readonly FieldRule<ArchiveVehicle>[];

interface FieldRule<Facts> {
  field: string;
  owedBy: Permission;
  missing: (facts: Facts) => boolean;
}

type ArchiveField =
  | (typeof customerFields)[number]['field']
  | (typeof vehicleFields)[number]['field']
  | 'vehicle';

/** What an archive still lacks, and how much of it stands (ARC-02). The history writes itself. */
export function completenessOf(facts: ArchiveFacts): {
  missing: MissingField[];
  filled: number;
  wanted: number;
} {
  const ofCustomer = customerFields
    .filter(({ missing }) => missing(facts.customer))
    .map(({ field, owedBy }) => ({ field, owedBy }));
  const ofVehicles = facts.vehicles.flatMap((vehicle) =>
    vehicleFields
      .filter(({ missing }) => missing(vehicle))
      .map(({ field, owedBy }) => ({ field, owedBy, vehicleId: vehicle.id, plate: vehicle.plate })),
  );
  const lacksVehicle = facts.vehicles.length === 0 && !facts.onceHadVehicle;
  const noVehicle: MissingField[] = lacksVehicle
    ? [{ field: 'vehicle', owedBy: 'vehicles.edit' }]
    : [];
  const missing = [...ofCustomer, ...noVehicle, ...ofVehicles];
  const wanted =
    customerFields.length + noVehicle.length + facts.vehicles.length * vehicleFields.length;
  return { missing, filled: wanted - missing.length, wanted };
}
