import type { Static, TSchema } from 'typebox';

/** Something that happened, named in the past tense. Others may react; the one who tells does not know them. */
export interface EventKind<Data = unknown> {
  name: string;
  data: TSchema;
  /**
   * Of whom its personal values speak: `by` names the field with the id. Left out: of what the event is about.
   * `null`: of nobody, then they stand open in the audit.
   */
  subject?: { type: string; by: string } | null;
  /** Only for the compiler: what the event carries. */
  readonly carries?: Data;
}

/** `events('complaint', { received: shape(…) })` makes `complaint.received`. */
export function events<Shapes extends Record<string, TSchema>>(
  noun: string,
  shapes: Shapes,
  options: Pick<EventKind, 'subject'> = {},
) {
  const kinds = Object.entries(shapes).map(([verb, data]) => [
    verb,
    { name: `${noun}.${verb}`, data, ...options },
  ]);
  return Object.fromEntries(kinds) as {
    [Verb in keyof Shapes]: EventKind<Static<Shapes[Verb]>>;
  };
}

/**
 * Marks a field of an event whose value speaks of a person: the audit keeps it under that person's key, and once the
 * key is deleted nobody reads it any more (D-73). Field names of records need no mark: their values are always closed.
 */
export const personal = <S extends TSchema>(schema: S): S => ({ ...schema, personal: true });
