import { defineHolders } from '#platform/audit/acting-for.ts';
import { statement } from '#platform/sql.ts';

interface Asked {
  ids: readonly string[];
}
const holdersOf = (table: string, column: string) =>
  statement<{ id: string; employeeId: string }, Asked>(
    `people.holdersOf.${table}.${column}`,
    `select h.id, h.${column} as employee_id from ${table} h
      where h.tenant_id = :tenant and h.id = any(:ids::uuid[]) and h.${column} is not null`,
  );
const known = new Map<string, ReturnType<typeof holdersOf>[]>();
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A column that names with whom a record lies, `table.column`, as its module says it of itself (`defineOpenWork`). */
export function knowHolder(aboutType: string, column: string): void {
  const [table = '', field = ''] = column.split('.');
  known.set(aboutType, [...(known.get(aboutType) ?? []), holdersOf(snake(table), snake(field))]);
}

defineHolders(async (work, type, ids) => {
  const held = [];
  for (const one of known.get(type) ?? []) held.push(...(await work.rows(one, { ids })));
  return held;
});
