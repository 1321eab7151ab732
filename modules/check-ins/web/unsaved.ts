import type { CheckInChange, CheckInContent } from '../contract.ts';

/** What waits to be saved: the fields as they are to be, and as they stood when the person began with them. */
export interface Unsaved {
  readonly change: CheckInChange;
  readonly base: CheckInChange;
}
type Name = keyof CheckInContent;

export const nothingUnsaved: Unsaved = { change: {}, base: {} };
export const namesIn = (change: CheckInChange) => Object.keys(change) as Name[];
const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const only = (from: CheckInChange, names: readonly Name[]): CheckInChange =>
  Object.fromEntries(names.map((name) => [name, from[name]]));
const without = (from: CheckInChange, names: readonly Name[]): CheckInChange =>
  only(
    from,
    namesIn(from).filter((name) => !names.includes(name)),
  );

/** Something more is written; of a field that waits already the first base holds. */
export const withChange = (
  { change, base }: Unsaved,
  more: CheckInChange,
  saved: CheckInContent,
): Unsaved => ({
  change: { ...change, ...more },
  base: { ...only(saved, namesIn(more)), ...base },
});

/** What the server has taken leaves, unless it was written anew meanwhile; then it stands on what was taken. */
export function withoutSent({ change, base }: Unsaved, sent: CheckInChange): Unsaved {
  const taken = namesIn(sent).filter((name) => change[name] === sent[name]);
  return {
    change: without(change, taken),
    base: { ...without(base, taken), ...only(sent, namesIn(without(sent, taken))) },
  };
}

/** Fields that somebody else changed meanwhile to something that is neither what was nor what is to be. */
export const collidingIn = ({ change, base }: Unsaved, saved: CheckInContent): Name[] =>
  namesIn(change).filter(
    (name) => !isSame(saved[name], base[name]) && !isSame(saved[name], change[name]),
  );

/** The person has seen both: his own is to be written over theirs, or dropped. */
export const settled = (
  { change, base }: Unsaved,
  names: readonly Name[],
  keep: 'mine' | 'theirs',
  saved: CheckInContent,
): Unsaved =>
  keep === 'mine'
    ? { change, base: { ...base, ...only(saved, names) } }
    : { change: without(change, names), base: without(base, names) };
