import { Anchoring } from '#platform/audit/anchoring.ts';
import { type SealingHost, sealWaiting } from '#platform/audit/sealing.ts';
import type { DiskWatch } from '#platform/disk.ts';
import type { Live } from '#platform/live.ts';

const lookEveryMs = 1000;
const gatherMs = 100;
const anchorEveryMs = 3_600_000;
const firstAnchorMs = 60_000;
/** After a start and once a day everything is verified from its beginning, otherwise what is new. */
const anchorsUntilAll = 24;

export interface SealingParts extends SealingHost {
  live: Live;
  disk: Pick<DiskWatch, 'isFull'>;
  /** Where the heads of the chains are kept: outside the database. */
  anchorsDir: string;
  warn(message: string, error: unknown): void;
}

/**
 * Seals what was committed, a moment after it was told here, within a second when it was told elsewhere; each hour and
 * at the end it verifies the chains and writes their heads down. Nobody waits for it.
 */
export function startSealing(parts: SealingParts) {
  const anchoring = new Anchoring(parts, parts.anchorsDir, (tenantId, fault) =>
    parts.warn(
      `the audit chain of ${tenantId} is broken at ${fault.seq}: ${fault.what}`,
      undefined,
    ),
  );
  let working: Promise<void> | undefined;
  let isAskedAgain = false;
  let gathering: NodeJS.Timeout | undefined;
  // The first one a minute after the start: a shop that is switched off at night has its day verified too.
  let anchoredMs = performance.now() - anchorEveryMs + firstAnchorMs;
  let anchors = 0;

  function soon(): void {
    gathering ??= setTimeout(() => {
      gathering = undefined;
      look();
    }, gatherMs);
  }
  function look(): void {
    if (parts.disk.isFull) return;
    isAskedAgain = working !== undefined;
    working ??= work().finally(() => {
      working = undefined;
      if (isAskedAgain) soon();
    });
  }
  async function work(): Promise<void> {
    try {
      await sealWaiting(parts);
      if (performance.now() - anchoredMs < anchorEveryMs) return;
      anchoredMs = performance.now();
      await anchoring.anchor({ all: anchors++ % anchorsUntilAll === 0 });
    } catch (error) {
      parts.warn('sealing the audit failed', error);
    }
  }

  const timer = setInterval(look, lookEveryMs);
  const deaf = parts.live.listen(soon);
  return {
    stop: async () => {
      clearInterval(timer);
      deaf();
      clearTimeout(gathering);
      await working;
      try {
        await sealWaiting(parts);
        await anchoring.anchor({ all: false });
      } catch (error) {
        parts.warn('the last anchor failed', error);
      }
    },
  };
}
