/** A share of each month; none where nothing was counted. */
export interface TrendShare {
  /** `2026-11` */
  month: string;
  share: number | null;
}
export interface TrendDrawing {
  width: number;
  height: number;
  left: number;
  right: number;
  base: number;
  ticks: { share: number; y: number }[];
  points: { month: string; share: number | null; x: number; y: number | null }[];
  /** A line for each unbroken run of months: where nothing was counted, none is drawn. */
  lines: string[];
}

const width = 640;
const height = 190;
const room = { left: 44, right: 12, top: 12, bottom: 24 };

/** A trend of shares from 0 to 100 % as coordinates: drawn by the screen and by the paper alike. */
export function drawTrend(shares: readonly TrendShare[]): TrendDrawing {
  const wide = width - room.left - room.right;
  const high = height - room.top - room.bottom;
  const y = (share: number) => round(height - room.bottom - high * share);
  const points = shares.map(({ month, share }, at) => ({
    month,
    share,
    x: round(room.left + (wide * (at + 0.5)) / Math.max(1, shares.length)),
    y: share === null ? null : y(share),
  }));
  return {
    ...{ width, height, left: room.left, right: width - room.right },
    base: height - room.bottom,
    ticks: [0, 0.5, 1].map((share) => ({ share, y: y(share) })),
    points,
    lines: runsOf(points),
  };
}

const round = (value: number) => Math.round(value * 10) / 10;

function runsOf(points: readonly { x: number; y: number | null }[]): string[] {
  const runs: string[][] = [[]];
  for (const { x, y } of points) {
    if (y === null) runs.push([]);
    else runs.at(-1)!.push(`${x},${y}`);
  }
  return runs.filter((run) => run.length > 1).map((run) => run.join(' '));
}
