import { type Connection, Database, isConnectionLoss, type Outcome } from './database.ts';
import type { AnyStatement } from './sql.ts';

/** So long a copy that did not answer is left alone. */
const restMs = 10_000;
/** It is not there, lets nobody in, or has no room. */
const shut = new Set(['3D000', '28000', '28P01', '53300']);
/** A statement that lies in the way of what the copy has to follow is ended by it. */
const conflicts = new Set(['40001', '40P01']);

/**
 * A copy of the database that follows it, for figures and exports (`DATABASE_REPLICA_URL`): they are a moment behind and
 * keep nobody waiting. Where the copy does not answer, the database itself does.
 */
export class FiguresDatabase extends Database {
  private readonly primary: Database;
  private restsUntil = 0;

  constructor(connection: Connection, max: number, primary: Database) {
    super(connection, max);
    this.primary = primary;
  }

  /** Whether it was not there a moment ago. */
  get isAway(): boolean {
    return performance.now() < this.restsUntil;
  }

  override async scoped(
    tenantId: string,
    statement: AnyStatement,
    values: unknown[],
  ): Promise<Outcome> {
    if (!this.isAway) {
      try {
        return await super.scoped(tenantId, statement, values);
      } catch (error) {
        const { code = '' } = error as { code?: string };
        if (isConnectionLoss(error) || shut.has(code)) this.restsUntil = performance.now() + restMs;
        else if (!conflicts.has(code)) throw error;
      }
    }
    return this.primary.scoped(tenantId, statement, values);
  }
}
