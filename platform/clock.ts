/** The one place where the time comes from. Tests and the test clock move it; nothing else asks the machine. */
export interface Clock {
  now(tenantId?: string): Date;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that can be moved forward, for everyone or for one tenant (tests share a server, not a time). */
export class MovableClock implements Clock {
  private aheadMs = 0;
  private readonly tenants = new Map<string, Date>();
  private readonly base: Clock;
  constructor(base: Clock = systemClock) {
    this.base = base;
  }
  now(tenantId?: string): Date {
    const own = tenantId === undefined ? undefined : this.tenants.get(tenantId);
    return own ? new Date(own) : new Date(this.base.now().getTime() + this.aheadMs);
  }
  /** Moves everybody's clock. Backwards is refused: deadlines would be kept before they were made. */
  moveTo(instant: Date): boolean {
    if (instant < this.now()) return false;
    this.aheadMs = instant.getTime() - this.base.now().getTime();
    return true;
  }
  setFor(tenantId: string, instant: Date): void {
    this.tenants.set(tenantId, new Date(instant));
  }
}
