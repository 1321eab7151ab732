/**
 * What is proposed for a car. `needsConsent`: commercial, so only for owners who agreed to it (消费者权益保护法实施条例
 * 第24条); a reminder of one's own maintenance, inspection or guarantee is a service.
 */
export const proposalKindRows = [
  { key: 'maintenance', needsConsent: false },
  { key: 'inspection', needsConsent: false },
  { key: 'insurance', needsConsent: true },
  { key: 'guarantee', needsConsent: false },
  { key: 'offer', needsConsent: true },
] as const;
export type ProposalKind = (typeof proposalKindRows)[number]['key'];
export const proposalKinds: readonly ProposalKind[] = proposalKindRows.map(({ key }) => key);

export const offerKinds = ['event', 'offer', 'freeCheck'] as const;
