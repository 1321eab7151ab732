import type { CustomerInMerge } from '#modules/customers/server/index.ts';
import type { VehicleInMerge } from '#modules/vehicles/server/index.ts';
import { Problem, ruleBroken } from '#platform/problem.ts';
import type { Choice } from '../contract.ts';

/** A line of the comparison: one or more columns that belong together, chosen as one. */
interface FieldRule<Row> {
  columns: readonly (keyof Row)[];
  /** All of them are shown, not the first alone. */
  isShownWhole?: true;
  /** Words that may be joined; what was never to be mentioned is not lost by a merge. */
  joins?: { most: number; isProposed?: true };
}
type Fields<Row> = Readonly<Record<string, FieldRule<Row>>>;

export const customerFields: Fields<CustomerInMerge> = {
  name: { columns: ['name'] },
  kind: { columns: ['kind'] },
  salutation: { columns: ['salutation'] },
  phone: { columns: ['phone'] },
  address: { columns: ['address'] },
  birthday: { columns: ['birthday'] },
  wishes: { columns: ['wishes'], joins: { most: 2000 } },
  doNotMention: { columns: ['doNotMention'], joins: { most: 500, isProposed: true } },
  language: { columns: ['language'] },
  preferredChannel: { columns: ['preferredChannel'] },
  callHours: { columns: ['callFrom', 'callUntil'], isShownWhole: true },
};
export const vehicleFields: Fields<VehicleInMerge> = {
  plate: { columns: ['plate', 'plateType', 'plateColour'] },
  vin: { columns: ['vin', 'vinWarning'] },
  model: { columns: ['model'] },
  vehicleType: { columns: ['vehicleType'] },
  ownerId: { columns: ['ownerId'] },
  firstRegisteredOn: { columns: ['firstRegisteredOn'] },
  maintenanceItems: { columns: ['maintenanceItems'], joins: { most: 500 } },
  interval: { columns: ['intervalMonths', 'intervalKm'], isShownWhole: true },
  nextDue: { columns: ['nextDueOn', 'nextDueKm', 'nextDueWhy'] },
  historyNote: { columns: ['historyNote'], joins: { most: 4000, isProposed: true } },
  remark: { columns: ['remark'], joins: { most: 1000 } },
};

const isEmpty = (value: unknown) => value === null || value === undefined || value === '';
const columnOf = <Row>(row: Row, rule: FieldRule<Row>) => row[rule.columns[0]!];
const joined = (one: unknown, other: unknown) => `${String(one)}\n${String(other)}`;

export interface Compared {
  field: string;
  kept: unknown;
  gone: unknown;
  choices: Choice[];
  proposed: Choice;
}

/** Each field of both, and who wins unless somebody says otherwise: what is there beats what is missing. */
export function compare<Row>(fields: Fields<Row>, kept: Row, gone: Row): Compared[] {
  return Object.entries(fields).map(([field, rule]) => {
    const [mine, other] = [columnOf(kept, rule), columnOf(gone, rule)];
    const canJoin =
      rule.joins &&
      !isEmpty(mine) &&
      !isEmpty(other) &&
      mine !== other &&
      joined(mine, other).length <= rule.joins.most;
    const isSame = rule.columns.every((column) => kept[column] === gone[column]);
    const lone: Choice = isEmpty(mine) && !isEmpty(other) ? 'gone' : 'kept';
    return {
      field,
      kept: shown(kept, rule),
      gone: shown(gone, rule),
      choices: isSame ? ['kept'] : canJoin ? ['kept', 'gone', 'both'] : ['kept', 'gone'],
      proposed: canJoin && rule.joins?.isProposed ? 'both' : lone,
    };
  });
}

function shown<Row>(row: Row, { columns, isShownWhole }: FieldRule<Row>): string | null {
  const values = (isShownWhole ? columns : columns.slice(0, 1)).map((column) => row[column]);
  const given = values.filter((value) => !isEmpty(value));
  return given.length === 0 ? null : given.map(String).join(' / ');
}

/** What the merge writes into the record that stays: as chosen, else as proposed. @throws Problem 422 `merge_choice` */
export function chosen<Row>(
  fields: Fields<Row>,
  [kept, gone]: readonly [Row, Row],
  asked: readonly { field: string; take: Choice }[],
): Partial<Row> {
  const takes = new Map(asked.map(({ field, take }) => [field, take]));
  const unknown = asked.findIndex(({ field }) => !(field in fields));
  if (unknown >= 0) throw ruleBroken(`/take/${unknown}/field`, 'merge_choice');
  const written: Partial<Row> = {};
  for (const { field, choices, proposed } of compare(fields, kept, gone)) {
    const rule = fields[field]!;
    const take = takes.get(field) ?? proposed;
    if (take === 'kept') continue;
    if (!choices.includes(take)) throw new Problem(422, 'merge_choice', { field });
    if (take === 'gone') for (const column of rule.columns) written[column] = gone[column];
    if (take === 'both') {
      const column = rule.columns[0]!;
      written[column] = joined(kept[column], gone[column]) as Row[keyof Row];
    }
  }
  return written;
}
