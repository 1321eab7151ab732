import { reading } from '#web/api.ts';
import { receptionRoutes } from '../contract.ts';

const { queryFn } = reading(receptionRoutes.desk, {});

/** Kept among the readings of orders, so that the desk follows what colleagues do in the workshop; it follows appointments too. */
export const deskReading = {
  queryKey: ['service-orders', 'desk'],
  queryFn,
  staleTime: 0,
  meta: { follows: ['appointments'] },
} as const;
