import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { brought } from '#web/brought.ts';
import { holdRoutes } from '../contract.ts';
import { HoldsCard } from './HoldsCard.tsx';

/** What holds the evidence of a customer; it comes along with his page. */
export default function CustomerHolds({ customerId }: { customerId: string }) {
  const { data, error } = useQuery({
    ...reading(
      holdRoutes.ofCustomer,
      { params: { customerId } },
      { follows: ['document-holds', 'complaints'] },
    ),
    ...brought,
  });
  return <HoldsCard held={data} problem={error} subjects={{ customer: customerId }} />;
}
