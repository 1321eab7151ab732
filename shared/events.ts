import type { Static, TSchema } from 'typebox';

/** Something that happened, named in the past tense. Others may react; the one who tells does not know them. */
export interface EventKind<Data = unknown> {
  name: string;
  data: TSchema;
  /** Only for the compiler: what the event carries. */
  readonly carries?: Data;
}

/** `events('complaint', { received: shape(…) })` makes `complaint.received`. */
export function events<Shapes extends Record<string, TSchema>>(noun: string, shapes: Shapes) {
  const kinds = Object.entries(shapes).map(([verb, data]) => [
    verb,
    { name: `${noun}.${verb}`, data },
  ]);
  return Object.fromEntries(kinds) as {
    [Verb in keyof Shapes]: EventKind<Static<Shapes[Verb]>>;
  };
}
