const tasksByEvent = new Map<string, string[]>();

/** The tasks that an event sets to work. */
export const reactionsTo = (event: string): readonly string[] => tasksByEvent.get(event) ?? [];

/** Sets a task to work whenever the event is told; a second time changes nothing. */
export function addReaction(event: string, task: string): void {
  const known = reactionsTo(event);
  if (!known.includes(task)) tasksByEvent.set(event, [...known, task]);
}
