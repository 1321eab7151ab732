import { useWriting } from '#web/api.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type ImportBatchWhole, type ImportRow, importRoutes } from '../contract.ts';
import type { Decision } from '../judge/decisions.ts';
import type { ImportField } from '../judge/fields.ts';
import { importScreenWords } from '../locales/screen-words.ts';

interface Mending {
  fields?: Partial<Record<ImportField, string>>;
  decision?: Decision | null;
}

/** Mends a row or decides about it, and says what came of it. */
export function useMending(batch: ImportBatchWhole, row: ImportRow) {
  const say = useWords(importScreenWords);
  const tell = useTell();
  const writing = useWriting(importRoutes.mendRow);
  const mend = (body: Mending, onDone?: () => void) =>
    writing.mutate(
      {
        params: { importId: batch.id, rowNo: row.rowNo },
        body: body as never,
        version: row.version,
      },
      {
        onSuccess: ({ status }) => {
          onDone?.();
          if (status === 'ready') tell(say('saved', { row: row.rowNo }));
        },
      },
    );
  return { mend, isBusy: writing.isPending, problem: writing.error };
}
