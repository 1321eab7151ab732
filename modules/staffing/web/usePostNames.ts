import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { type PostKey, staffingRoutes } from '../contract.ts';

/** The name of a post by its key. */
export function usePostNames(): (key: PostKey) => string {
  const { data } = useQuery(reading(staffingRoutes.listPosts, {}));
  const names = new Map(data?.items.map(({ key, name }) => [key, name]));
  return (key) => names.get(key) ?? '';
}
