import type { Work } from './work.ts';

const tasksByEvent = new Map<string, string[]>();

/** The tasks that an event sets to work. */
export const reactionsTo = (event: string): readonly string[] => tasksByEvent.get(event) ?? [];

/** Sets a task to work whenever the event is told; a second time changes nothing. */
export function addReaction(event: string, task: string): void {
  const known = reactionsTo(event);
  if (!known.includes(task)) tasksByEvent.set(event, [...known, task]);
}

/** What was told, for those who write it down in the same transaction. */
export interface JustTold {
  /** The id of its entry in the audit: the same wherever the event goes. */
  eventId: string;
  name: string;
  data: object;
  orgPath: string;
}
type Watcher = (work: Work, told: JustTold) => Promise<void>;

const watchers = new Map<string, Watcher>();

/** Who wants to write down an event in its own transaction: at most one a kind. */
export const watcherOf = (event: string): Watcher | undefined => watchers.get(event);

/** Lets a module write in the transaction of an event's cause (an outbox); it must be quick and must not fail. */
export function watch(event: string, watcher: Watcher): void {
  watchers.set(event, watcher);
}
