import { useSyncExternalStore } from 'react';

const phoneWidth = '(max-width: 575.98px)';
export const darkWanted = '(prefers-color-scheme: dark)';

/** Whether a media query holds, kept up to date. */
export const useMedia = (query: string): boolean =>
  useSyncExternalStore(
    (listener) => {
      const media = matchMedia(query);
      media.addEventListener('change', listener);
      return () => media.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );

/** Thumb and small screen: the bottom bar stands, tables become cards, targets grow. */
export const useIsPhone = (): boolean => useMedia(phoneWidth);
