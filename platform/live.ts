import type { Change } from './work.ts';

export interface Told {
  tenantId: string;
  changes: readonly Change[];
}
type Listener = (told: Told) => void;

/** Who looks at what right now. Changes are told after their commit, in this process and, by `relay`, in others. */
export class Live {
  private readonly listeners = new Set<Listener>();
  private readonly relay: ((told: Told) => void) | undefined;
  /** How many event streams stand open in this process. */
  openStreams = 0;
  constructor(relay?: (told: Told) => void) {
    this.relay = relay;
  }
  /** Something was committed here. */
  tell = (tenantId: string, changes: readonly Change[]): void => {
    if (changes.length === 0) return;
    this.hear({ tenantId, changes });
    this.relay?.({ tenantId, changes });
  };
  /** Something was committed, here or elsewhere. */
  hear(told: Told): void {
    for (const listener of this.listeners) listener(told);
  }
  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
