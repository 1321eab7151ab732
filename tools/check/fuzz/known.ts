import type { Random } from '../random.ts';

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const isUuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
export const nobodysId = '01a20000-0000-7000-8000-000000000000';
const keptOfAKind = 400;

/** Under which other names a field asks for the same kind of record. */
const sameKind: Readonly<Record<string, string>> = {
  ownerId: 'customerId',
  newOwnerId: 'customerId',
  advisorId: 'employeeId',
  technicianId: 'employeeId',
  inspectorId: 'employeeId',
  assigneeId: 'employeeId',
  standInId: 'employeeId',
  responsibleId: 'employeeId',
  earlierOrderId: 'orderId',
  parentId: 'orgUnitId',
};

/**
 * Ids that answers have told, by kind: what is sent next speaks of real records. A stranger's ids are in it too, and
 * the oracle knows which they are.
 */
export class Known {
  private readonly byKind = new Map<string, string[]>();
  private readonly versions = new Map<string, number>();
  private readonly cursors: string[] = [];
  private readonly foreign: readonly string[];
  constructor(foreign: readonly string[]) {
    this.foreign = foreign;
  }

  add(kind: string, id: string): void {
    const ids = this.byKind.get(kind) ?? [];
    this.byKind.set(kind, ids);
    if (ids.includes(id)) return;
    if (ids.length < keptOfAKind) ids.push(id);
    else ids[Number.parseInt(id.slice(-4), 16) % keptOfAKind] = id;
  }

  idFor = (name: string, random: Random): string => {
    const chance = random();
    if (chance < 0.03) return nobodysId;
    if (chance < 0.08 && this.foreign.length > 0) return random.of(this.foreign);
    const ids = this.byKind.get(name) ?? this.byKind.get(sameKind[name] ?? '') ?? [];
    // What was made last is what is still on its way.
    if (ids.length > 0 && chance < 0.5) return random.of(ids.slice(-15));
    if (ids.length > 0 && chance < 0.95) return random.of(ids);
    const kinds = [...this.byKind.values()].filter((each) => each.length > 0);
    return kinds.length > 0 ? random.of(random.of(kinds)) : nobodysId;
  };

  /** An address for each record that it can be about. */
  addresses(path: string): string[] {
    const name = /:(\w+)/.exec(path)?.[1];
    if (name === undefined) return [path];
    return (this.byKind.get(name) ?? []).map((id) => path.replace(`:${name}`, id));
  }

  versionOf(path: string): number | undefined {
    const ids = path.match(uuid) ?? [];
    return this.versions.get(ids.at(-1) ?? '');
  }

  cursor(random: Random): string {
    const real = this.cursors.length > 0 ? random.of(this.cursors) : 'W10.x';
    if (random() < 0.4) return real;
    const at = random.whole(real.length);
    return random.of([
      `${real.slice(0, at)}A${real.slice(at + 1)}`,
      real.slice(0, at),
      real.split('.')[0]!,
      `${real}.`,
      `.${real}`,
      'W251bGxd.AAAAAAAAAAAAAAAAAAAAAA',
    ]);
  }

  /** Takes up what an answer names. @param kind what a plain `id` in it is the id of */
  learn(kind: string | undefined, body: unknown): void {
    this.walk(body, kind, 0);
  }

  private walk(value: unknown, kind: string | undefined, depth: number): void {
    if (value === null || typeof value !== 'object' || depth > 6) return;
    if (Array.isArray(value)) {
      for (const item of value.slice(0, 20)) this.walk(item, kind, depth + 1);
      return;
    }
    const { id, version, nextCursor } = value as Record<string, unknown>;
    if (typeof id === 'string' && typeof version === 'number') this.versions.set(id, version);
    if (typeof nextCursor === 'string') this.noteCursor(nextCursor);
    for (const [name, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && isUuid.test(inner)) {
        const told = name === 'id' ? kind : name;
        if (told !== undefined) this.add(told, inner);
      } else if (Array.isArray(inner)) {
        this.walk(inner, kindOfList[name] ?? (name === 'items' ? kind : undefined), depth + 1);
      } else this.walk(inner, kindOfList[name], depth + 1);
    }
    if (this.versions.size > 5000) this.versions.clear();
  }

  private noteCursor(cursor: string): void {
    if (this.cursors.length < 100) this.cursors.push(cursor);
    else this.cursors[cursor.length % 100] = cursor;
  }
}

/** What a thing or a list inside an answer holds. */
const kindOfList: Readonly<Record<string, string>> = {
  lines: 'lineId',
  customer: 'customerId',
  vehicle: 'vehicleId',
  vehicles: 'vehicleId',
  owner: 'customerId',
  contacts: 'contactId',
  order: 'orderId',
  openOrder: 'orderId',
  visits: 'orderId',
  commitments: 'commitmentId',
  matters: 'matterId',
  complaint: 'complaintId',
  employee: 'employeeId',
  files: 'fileId',
  questions: 'questionId',
};
