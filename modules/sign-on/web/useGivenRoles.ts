import { useQuery } from '@tanstack/react-query';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading } from '#web/api.ts';

/** The roles that a provider may give: all but the owner’s. */
export function useGivenRoles(): { value: string; label: string }[] {
  const { data } = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  const roles = data?.items.filter(({ key }) => key !== 'owner') ?? [];
  return roles.map(({ key, name }) => ({ value: key, label: name }));
}
