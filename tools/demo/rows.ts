import { columnTypes, type NewRow, type Tables } from '#database/types.generated.ts';
import type { Session } from '#platform/database.ts';
import { snake } from '#platform/database.ts';
import { passingStatement } from '#platform/sql.ts';

const sqlTypes: Record<string, string> = { _text: 'text[]', int4: 'integer', int8: 'bigint' };
const rowsAtOnce = 3000;

/**
 * Rows gathered by table and written in sets: one statement takes thousands, as JSON that PostgreSQL unpacks itself.
 * (COPY into tables with row-level security is refused by PostgreSQL.)
 */
export class RowWriter {
  private readonly gathered = new Map<keyof Tables, object[]>();
  written = 0;

  add<T extends keyof Tables>(table: T, row: NewRow<T>): void {
    const rows = this.gathered.get(table);
    if (rows) rows.push(row);
    else this.gathered.set(table, [row]);
  }

  /** In the order given, since rows refer to those of earlier tables. */
  async write(session: Session, order: readonly (keyof Tables)[]): Promise<void> {
    for (const table of order) {
      const rows = this.gathered.get(table) ?? [];
      for (let at = 0; at < rows.length; at += rowsAtOnce) {
        const part = rows.slice(at, at + rowsAtOnce);
        await session.run(passingStatement(insertText(table, part[0]!)), [wireOf(part)]);
        this.written += part.length;
      }
      this.gathered.delete(table);
    }
    if (this.gathered.size > 0) throw new Error(`rows left over: ${[...this.gathered.keys()]}`);
  }
}

function insertText(table: keyof Tables, row: object): string {
  const names = Object.keys(row);
  const columns = names.map(snake).join(', ');
  const typed = names.map((name) => {
    const type = columnTypes[table][name]!;
    return `${snake(name)} ${sqlTypes[type] ?? type}`;
  });
  return `insert into ${snake(table)} (${columns}) select ${columns} from jsonb_to_recordset($1::jsonb) as x(${typed.join(', ')})`;
}

/** Keys of rows in the database's spelling; what stands inside a jsonb column keeps its own. */
function wireOf(rows: readonly object[]): string {
  const renamed = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [snake(name), value])),
  );
  return JSON.stringify(renamed);
}
