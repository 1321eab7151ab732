/** A value as it goes over the wire: instants become ISO text, everything else stays. */
export type Wire<T> = T extends Date
  ? string
  : T extends Buffer
    ? never
    : T extends readonly (infer Item)[]
      ? Wire<Item>[]
      : T extends object
        ? { [Key in keyof T]: Wire<T[Key]> }
        : T;

/** Turns the instants of a row into text; a shallow copy, since rows are flat (jsonb holds text already). */
export function wire<T extends object>(row: T): Wire<T> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(row)) {
    result[key] = value instanceof Date ? value.toISOString() : value;
  }
  return result as Wire<T>;
}
