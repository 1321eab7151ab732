import type { StateTone } from '#web/StateTag.tsx';

/** What an address or a delivery is felt as. */
export const hookTones: Record<
  'enabled' | 'disabled' | 'pending' | 'delivered' | 'failed',
  StateTone
> = {
  enabled: 'good',
  delivered: 'good',
  pending: 'warn',
  disabled: 'late',
  failed: 'late',
};
