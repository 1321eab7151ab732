export const zone = 'Asia/Shanghai';

export interface Staff {
  advisors: readonly string[];
  technicians: readonly string[];
  teamLeader: string;
  inspector: string;
  agents: readonly string[];
  supervisor: string;
  owner: string;
}

export interface Place {
  tenantId: string;
  orgUnitId: string;
  orgPath: string;
}

/** Running numbers by kind and day, and where each day ended. */
export class DayNumbers {
  private readonly values = new Map<string, number>();

  next(kind: string, prefix: string, day: string): string {
    const period = day.slice(2).replaceAll('-', '');
    const key = `${kind} ${period}`;
    const value = (this.values.get(key) ?? 0) + 1;
    this.values.set(key, value);
    return `${prefix}${period}-${String(value).padStart(3, '0')}`;
  }

  *ends(): Generator<{ kind: string; period: string; value: number }> {
    for (const [key, value] of this.values) {
      const [kind, period] = key.split(' ') as [string, string];
      yield { kind, period, value };
    }
  }
}
