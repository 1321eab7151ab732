import { Database, type Outcome } from '#platform/database.ts';
import type { AnyStatement } from '#platform/sql.ts';

export interface Asked {
  statement: AnyStatement;
  values: unknown[];
}

/** A database that notes which statements a request asks, so that the bare driver can be asked the same. */
export class RecordingDatabase extends Database {
  private noted: Asked[] = [];

  override scoped(tenantId: string, statement: AnyStatement, values: unknown[]): Promise<Outcome> {
    this.noted.push({ statement, values });
    return super.scoped(tenantId, statement, values);
  }

  /** The statements since the last look, without those that tell who asks. */
  taken(): Asked[] {
    const taken = this.noted.filter(
      ({ statement }) => !statement.name.startsWith('people.session'),
    );
    this.noted = [];
    return taken;
  }
}
