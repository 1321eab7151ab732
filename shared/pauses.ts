/** Times in which a clock stands still, with the reason (waiting for the customer, for a part). */
export interface Pause {
  readonly from: Date;
  /** `null` while it lasts. */
  readonly to: Date | null;
  readonly reason: string;
}

/** A piece of time that counts towards a term or does not, with its reason. */
export interface Stretch {
  readonly kind: 'counted' | 'closed' | 'paused';
  readonly from: Date;
  readonly to: Date;
  readonly note: string;
}

/** A pause that still lasts: nothing is known beyond it. */
export interface Stop {
  readonly kind: 'stopped';
  readonly from: Date;
  readonly note: string;
}

/** Cuts the pauses out of the stretches that count; a stop is the last piece. */
export function* pausedPieces(
  stretches: Iterable<Stretch>,
  pauses: readonly Pause[],
): Generator<Stretch | Stop> {
  const apart = mergedPauses(pauses);
  for (const stretch of stretches) {
    if (stretch.kind !== 'counted') {
      yield stretch;
      continue;
    }
    let at = stretch.from;
    for (const { from, to, reason } of apart) {
      if (from >= stretch.to || (to && to <= at)) continue;
      if (from > at) yield { ...stretch, from: at, to: from };
      if (!to) return yield { kind: 'stopped', from, note: reason };
      const end = earlier(to, stretch.to);
      yield { kind: 'paused', from: later(from, at), to: end, note: reason };
      at = end;
    }
    if (at < stretch.to) yield { ...stretch, from: at };
  }
}

/** In order and apart from each other; where two overlap, both reasons are told. */
function mergedPauses(pauses: readonly Pause[]): Pause[] {
  const merged: Pause[] = [];
  const ordered = pauses
    .filter(({ from, to }) => !to || from < to)
    .toSorted((one, other) => one.from.getTime() - other.from.getTime());
  for (const pause of ordered) {
    const last = merged.at(-1);
    if (last && (!last.to || pause.from <= last.to)) merged.push(union(merged.pop()!, pause));
    else merged.push(pause);
  }
  return merged;
}

function union(one: Pause, other: Pause): Pause {
  const reasons = new Set([...one.reason.split('、'), other.reason]);
  const to = one.to && other.to ? later(one.to, other.to) : null;
  return { from: one.from, to, reason: [...reasons].join('、') };
}

function earlier(one: Date, other: Date): Date {
  return one < other ? one : other;
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
