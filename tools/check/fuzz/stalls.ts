/** An event loop that stood still, and when that was over (epoch, milliseconds). */
export interface Stall {
  ms: number;
  endedAt: number;
}

/** Shorter ones nobody feels. */
export const stallMs = 500;
