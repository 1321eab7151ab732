import { statfs } from 'node:fs/promises';

const lookEveryMs = 1000;

/**
 * Keeps some room on the disks for the database to work with: PostgreSQL that cannot write its log stops altogether,
 * while one that gets no more writes still answers every question (G-09). Who asks to write is refused in time.
 */
export class DiskWatch {
  private readonly folders: readonly string[];
  private readonly reserveBytes: number;
  private timer: NodeJS.Timeout | undefined;
  private full = false;

  constructor(folders: readonly string[], reserveBytes: number) {
    this.folders = folders;
    this.reserveBytes = reserveBytes;
  }

  /** Whether less than the reserve was free at the last look. */
  get isFull(): boolean {
    return this.full;
  }

  async start(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => void this.look(), lookEveryMs);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async look(): Promise<void> {
    const free = await Promise.all(this.folders.map(freeBytes));
    this.full = Math.min(...free) < this.reserveBytes;
  }
}

/** What an ordinary account may still write; unknown is taken for enough. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
