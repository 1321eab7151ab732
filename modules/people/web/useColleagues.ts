import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { type OpenWork, type Permission, peopleRoutes } from '../contract.ts';

/** Who receives what, by kind. */
export type Receivers = Readonly<Partial<Record<OpenWork['kind'], readonly string[]>>>;

/** Who is at work and may do a thing, for a list to choose from. */
export function useColleagues(butId: string, needs: string | null) {
  const permission = needs === null ? {} : { permission: needs as Permission };
  const { data, isPending } = useQuery(
    reading(peopleRoutes.listEmployees, { query: { state: 'active', limit: 200, ...permission } }),
  );
  const options = (data?.items ?? [])
    .filter(({ id }) => id !== butId)
    .map(({ id, name, post }) => ({ value: id, label: [name, post].filter(Boolean).join(' · ') }));
  return { options, isLoading: isPending };
}
