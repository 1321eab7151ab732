const tasksByEvent = new Map<string, string[]>();

export const reactionsTo = (event: string): readonly string[] => tasksByEvent.get(event) ?? [];

export function addReaction(event: string, task: string): void {
  const known = reactionsTo(event);
  if (!known.includes(task)) tasksByEvent.set(event, [...known, task]);
}
