import type { WorkKind } from '#modules/appointments/lifecycle.ts';

/** What may be booked without a login. Body and paint want a look at the damage first: they are asked for by telephone. */
export const bookedKinds = [
  'maintenance',
  'repair',
  'inspection',
  'wash',
] as const satisfies readonly WorkKind[];
export type BookedKind = (typeof bookedKinds)[number];

/** Kinds of work as the law counts their guarantee: overhaul and assemblies, secondary maintenance, all else. */
export const guaranteedWorks = ['whole', 'secondary', 'light'] as const;
