import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';

/** A file that went into another leads there, by whatever address it was opened. */
export function useLedOn(
  folder: 'customers' | 'vehicles',
  mergedIntoId: string | null | undefined,
) {
  const navigate = useNavigate();
  useEffect(() => {
    if (!mergedIntoId) return;
    void navigate({
      to: `/${folder}/${mergedIntoId}`,
      search: { merged: 'yes' } as never,
      replace: true,
    });
  }, [navigate, folder, mergedIntoId]);
}
