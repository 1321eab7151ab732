/** What waits to be saved: the fields as they are to be, and as they stood when the person began with them. */
export interface Unsaved<Fields extends object> {
  readonly change: Partial<Fields>;
  readonly base: Partial<Fields>;
}
type Name<Fields> = keyof Fields & string;

export const nothingUnsaved = { change: {}, base: {} } as const;
export const namesIn = <Fields extends object>(change: Partial<Fields>) =>
  Object.keys(change) as Name<Fields>[];
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const only = <Fields extends object>(
  from: Partial<Fields>,
  names: readonly Name<Fields>[],
): Partial<Fields> =>
  Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<Fields>;
const without = <Fields extends object>(
  from: Partial<Fields>,
  names: readonly Name<Fields>[],
): Partial<Fields> =>
  only(
    from,
    namesIn(from).filter((name) => !names.includes(name)),
  );

/** Something more is written; of a field that waits already the first base holds. */
export const withChange = <Fields extends object>(
  { change, base }: Unsaved<Fields>,
  more: Partial<Fields>,
  saved: Fields,
): Unsaved<Fields> => ({
  change: { ...change, ...more },
  base: { ...only<Fields>(saved, namesIn(more)), ...base },
});

/** What the server has taken leaves, unless it was written anew meanwhile; then it stands on what was taken. */
export function withoutSent<Fields extends object>(
  { change, base }: Unsaved<Fields>,
  sent: Partial<Fields>,
): Unsaved<Fields> {
  const taken = namesIn(sent).filter((name) => change[name] === sent[name]);
  return {
    change: without(change, taken),
    base: { ...without(base, taken), ...only(sent, namesIn(without(sent, taken))) },
  };
}

/** Fields that somebody else changed meanwhile to something that is neither what was nor what is to be. */
export const collidingIn = <Fields extends object>(
  { change, base }: Unsaved<Fields>,
  saved: Fields,
): Name<Fields>[] =>
  namesIn(change).filter(
    (name) => !isSame(saved[name], base[name]) && !isSame(saved[name], change[name]),
  );

/** The person has seen both: his own is to be written over theirs, or dropped. */
export const settled = <Fields extends object>(
  { change, base }: Unsaved<Fields>,
  names: readonly Name<Fields>[],
  keep: 'mine' | 'theirs',
  saved: Fields,
): Unsaved<Fields> =>
  keep === 'mine'
    ? { change, base: { ...base, ...only<Fields>(saved, names) } }
    : { change: without(change, names), base: without(base, names) };
