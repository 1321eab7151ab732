import { useQuery } from '@tanstack/react-query';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import { reading } from '#web/api.ts';

/** The units of one's part of the tree, for a choice among them; none where there is nothing to choose. */
export function useUnits(): { value: string; label: string }[] {
  const units = useQuery(reading(organisationRoutes.listUnits, { query: { limit: 200 } }));
  const items = units.data?.items ?? [];
  return items.length < 2 ? [] : items.map(({ id, name }) => ({ value: id, label: name }));
}
