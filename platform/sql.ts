/** SQL that a module wrote once, with the names of its parameters; prepared under its name on every connection. */
export interface Statement<Row = Record<string, unknown>, Params = object> {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly string[];
  /** Planned once a connection, without a look at the values: for large statements of many branches. */
  readonly isPlannedOnce?: boolean;
  /** From it on, the statements of its transaction may take so long; it sets the server's own limits. */
  readonly patienceMs?: number;
  /** Only for the compiler. */
  readonly row?: Row;
  readonly given?: (params: Params) => void;
}

/** Any statement, where neither its row nor its parameters matter. */
export type AnyStatement = Statement<unknown, never>;

/** The values of a statement's parameters, in their order. A name that is missing is a bug, not a NULL. */
export function valuesOf(statement: AnyStatement, given: object): unknown[] {
  return statement.parameters.map((name) => {
    if (!(name in given)) throw new Error(`${statement.name}: parameter ${name} is missing`);
    return (given as Record<string, unknown>)[name] ?? null;
  });
}

const registered = new Map<string, AnyStatement>();

/** Every statement of the product, so that a test can prepare each one against the real schema. */
export const allStatements = (): readonly AnyStatement[] => [...registered.values()];

const parameterPattern = /'(?:[^']|'')*'|--[^\n]*|::|:([a-zA-Z][a-zA-Z0-9]*)/g;

function compile(name: string, sql: string): AnyStatement {
  const parameters: string[] = [];
  const text = sql.replace(parameterPattern, (whole, parameter: string | undefined) => {
    if (parameter === undefined) return whole;
    if (!parameters.includes(parameter)) parameters.push(parameter);
    return `$${parameters.indexOf(parameter) + 1}`;
  });
  return { name, text, parameters };
}

/**
 * A statement on tenants' tables. It has to name the tenant (`:tenant`, bound by the layer), so that no author
 * can forget whose rows are meant; row-level security stands behind it as the second wall (decision 2).
 * Other `:names` come from the caller; `:scopes` are the caller's org paths, `:notShared` those of whose persons he is told nothing, `:now` the clock, `:me` who asks.
 * `isPlannedOnce`: left to itself, PostgreSQL plans a statement of many branches anew each time (measured: 8 ms
 * for 0.6 ms of work). Every branch must then be served by its index whatever the values are.
 */
export function statement<Row, Params = object>(
  name: string,
  sql: string,
  options: { isPlannedOnce?: boolean } = {},
): Statement<Row, Params> {
  const made = { ...compile(name, sql), ...options };
  if (!made.parameters.includes('tenant')) throw new Error(`${name} does not name its tenant`);
  return register(made) as Statement<Row, Params>;
}

/** A statement on global or local tables (tenants, tasks, throttles), which belong to no tenant. */
export function globalStatement<Row, Params = object>(
  name: string,
  sql: string,
  options: { patienceMs?: number } = {},
): Statement<Row, Params> {
  return register({ ...compile(name, sql), ...options }) as Statement<Row, Params>;
}

function register(made: AnyStatement): AnyStatement {
  const known = registered.get(made.name);
  if (known && known.text !== made.text) throw new Error(`two statements are called ${made.name}`);
  registered.set(made.name, made);
  return made;
}

const dynamic = new Map<string, AnyStatement>();
/** A statement made at run time (inserts and updates by column, lists with filters): named by its own text. */
export function madeStatement(text: string): AnyStatement {
  let made = dynamic.get(text);
  if (!made) {
    made = {
      name: `d${dynamic.size}_${text.slice(0, 24).replace(/\W+/g, '_')}`,
      text,
      parameters: [],
    };
    dynamic.set(text, made);
  }
  return made;
}

/** A statement whose text is hardly ever the same twice (many rows at once): not kept, not prepared. */
export const passingStatement = (text: string): AnyStatement => ({
  name: '',
  text,
  parameters: [],
});
