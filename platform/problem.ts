import { StepNotAllowed } from '#shared/lifecycle.ts';
import { isConnectionLoss } from './database.ts';

export interface Fault {
  pointer: string;
  code: string;
  /** What the sentence needs: a limit, a name. */
  facts?: Record<string, unknown>;
}

/** An answer other than success that the caller can act on (RFC 9457). Anything else thrown is a bug: a bare 500. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly facts: Record<string, unknown>;
  readonly errors: readonly Fault[];
  constructor(
    status: number,
    code: string,
    facts: Record<string, unknown> = {},
    errors: readonly Fault[] = [],
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.facts = facts;
    this.errors = errors;
  }
}

/** 404: it does not exist, or lies outside of what the actor may see. */
export const notFound = () => new Problem(404, 'not_found');
/** 403: seen, but not allowed; names the permission that is missing. */
export const forbidden = (permission?: string) =>
  new Problem(403, 'forbidden', permission ? { permission } : {});

/** A well-formed field that breaks a rule of the trade. */
export const ruleBroken = (pointer: string, code: string, facts: Record<string, unknown> = {}) =>
  new Problem(422, code, facts, [{ pointer, code, facts }]);

/**
 * Runs checks that may each refuse, and refuses once with every fault named: nobody has to mend one field, send,
 * and only then hear of the next.
 */
export function together<const Checks extends readonly (() => unknown)[]>(
  ...checks: Checks
): { -readonly [At in keyof Checks]: ReturnType<Checks[At]> } {
  const refusals: Problem[] = [];
  const results = checks.map((check) => {
    try {
      return check();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 422) throw error;
      refusals.push(error);
      return undefined;
    }
  });
  if (refusals.length === 1) throw refusals[0];
  if (refusals.length > 1) {
    throw new Problem(
      422,
      'invalid',
      {},
      refusals.flatMap(({ errors }) => errors),
    );
  }
  return results as { -readonly [At in keyof Checks]: ReturnType<Checks[At]> };
}

/** An error as the caller is told: a refusal as it is, a bug as 500. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof StepNotAllowed) {
    const { step, state, allowedSteps } = error;
    return new Problem(409, 'step_not_allowed', { step, state, allowedSteps });
  }
  return refusedByFastify(error) ?? saidByPostgres(error) ?? new Problem(500, 'internal');
}

/** Broken JSON, a body over the limit, an unknown media type: known before any handler ran. */
function refusedByFastify(error: unknown): Problem | undefined {
  const { statusCode, code } = (error ?? {}) as { statusCode?: number; code?: string };
  if (statusCode === undefined || statusCode >= 500) return undefined;
  if (statusCode === 413) return new Problem(413, 'too_large');
  if (statusCode === 415) return new Problem(415, 'media_type');
  return code?.startsWith('FST_') || error instanceof SyntaxError
    ? new Problem(statusCode === 400 ? 400 : statusCode, 'malformed')
    : undefined;
}

const byState: Record<string, [number, string]> = {
  '23505': [409, 'duplicate'],
  '23P01': [409, 'overlap'],
  '23503': [422, 'reference_unknown'],
  '23514': [422, 'rule_broken'],
  '40001': [409, 'try_again'],
  '40P01': [409, 'try_again'],
  '55P03': [503, 'busy'],
  '57014': [503, 'busy'],
  '53100': [503, 'storage_full'],
};

/** SQLSTATE to answer (D-33). What we wrote wrongly (42xxx) stays a 500. */
function saidByPostgres(error: unknown): Problem | undefined {
  const { code, constraint } = (error ?? {}) as { code?: string; constraint?: string };
  if (isConnectionLoss(error)) return new Problem(503, 'database_away');
  if (!code) return undefined;
  const known = byState[code];
  if (known) return new Problem(known[0], known[1], constraint ? { rule: constraint } : {});
  if (code.startsWith('22')) return new Problem(400, 'malformed');
  if (code.startsWith('53') || code.startsWith('57P')) return new Problem(503, 'busy');
  return undefined;
}
