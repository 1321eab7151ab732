/** How far something is; without a total it only says that it moves. */
export function Bar({ done, total }: { done: number; total: number }) {
  return total > 0 ? (
    <progress className="import-bar" max={total} value={Math.min(done, total)} />
  ) : (
    <progress className="import-bar" />
  );
}
