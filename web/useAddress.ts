import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

export type Address = Readonly<Record<string, string | undefined>>;

/**
 * The filters of a page are its address, so that a filtered list can be kept as a bookmark and sent to a colleague.
 * An empty value leaves the address; a change replaces it, so that "back" leaves the page.
 */
export function useAddress(): [Address, (change: Address) => void] {
  const address = useSearch({ strict: false }) as Address;
  const navigate = useNavigate();
  const set = useCallback(
    (change: Address) => {
      const next = (before: Address) =>
        Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => value));
      void navigate({ to: '.', search: next as never, replace: true });
    },
    [navigate],
  );
  return [address, set];
}

/** Every value of the address stays text: `?q=0123` is not a number. */
export const parseAddress = (search: string): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(search));

export function printAddress(address: object): string {
  const given = Object.entries(address).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([key, value]) => [key, String(value)]));
  return given.length > 0 ? `?${search}` : '';
}
