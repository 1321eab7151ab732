import { afterAll, beforeAll, expect, test } from 'vitest';
import './index.ts';
import { PlanHouse } from '#test/plans.ts';

/** Twenty thousand complaints, thirty of them open: a page reads what it shows and little else (the register of issue 8). */
let house: PlanHouse;
const filled = [
  `insert into employees (tenant_id, id, org_unit_id, org_path, name, created_at, updated_at)
   select $1::uuid, md5('e' || n)::uuid, $1::uuid, 'a.', '专员' || n, now(), now() from generate_series(1, 20) n`,
  `insert into complaints (tenant_id, id, org_unit_id, org_path, number, channel, complainant_name, kind, content, state,
          handler_id, received_at, answer_due_at, due_at, closed_at, created_at, updated_at)
   select $1::uuid, md5('c' || n)::uuid, $1::uuid, 'a.', 'TS' || lpad(n::text, 6, '0'),
          (array['phone', 'desk', 'portal'])[1 + n % 3], '客户' || n, (array['price', 'parts', 'repairTechnique'])[1 + n % 3],
          '太贵', case when n <= 30 then (array['received', 'investigating', 'resolving'])[1 + n % 3] else 'closed' end,
          md5('e' || (1 + n % 20))::uuid, timestamptz '2026-11-21' - n * interval '52 minutes', now(),
          case when n <= 30 then timestamptz '2026-11-22' + n * interval '1 hour' end,
          case when n > 30 then timestamptz '2026-11-21' end, now(), now()
     from generate_series(1, 20000) n`,
];
beforeAll(async () => {
  house = await PlanHouse.open(filled);
}, 240_000);
afterAll(() => house.close());

const all = {
  ...{ isOpen: null, state: null, kind: null, severity: null, handlerId: null, customerId: null },
  ...{ vehicleId: null, askedFrom: null, channel: null, since: null, until: null },
  ...{ figure: null, size: 51 },
  ...{ before: 'infinity', beforeId: 'ffffffff-ffff-ffff-ffff-ffffffffffff' },
  ...{ afterDue: '-infinity', afterId: '00000000-0000-0000-0000-000000000000' },
};
const narrowed: [what: string, filter: Partial<Record<keyof typeof all, unknown>>][] = [
  ['as a whole', {}],
  ['of what is open', { isOpen: true }],
  ['of what was closed', { isOpen: false }],
  ['of a state that few have', { state: 'investigating' }],
  ['of a state that nobody has', { state: 'monitoring' }],
  ['of a kind', { kind: 'price' }],
  ['of a channel', { channel: 'portal' }],
  ['of one who handles it', { handlerId: '00000000-0000-4000-8000-000000000000', isOpen: true }],
  ['of a kind that is open', { kind: 'price', isOpen: true }],
];
for (const order of ['recent', 'pressing']) {
  for (const [what, filter] of narrowed) {
    test(`CMP-01 in a large register a page ${what} (${order}) reads little more than it shows`, async () => {
      const read = await house.lookedAt(`complaints.${order}`, { ...all, ...filter });
      expect(read.whole.filter((name) => name !== 'employees')).toEqual([]);
      expect(read.rows).toBeLessThan(1000);
    });
  }
}
