import { Button } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type ImportBatchWhole, importRoutes } from '../contract.ts';
import { decisionsFor } from '../judge/decisions.ts';
import type { RelationCode } from '../judge/verdict.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { wordOf } from './wordOf.ts';

/** One decision for all open questions of a kind. */
export function WholeKind({ batch, code }: { batch: ImportBatchWhole; code: RelationCode }) {
  const say = useWords(importScreenWords);
  const tell = useTell();
  const deciding = useWriting(importRoutes.decide);
  const count =
    batch.counts.byCode.find((each) => each.code === code && each.status === 'question')?.count ??
    0;
  return (
    <div className="import-whole-kind">
      <span>{say('allOfKind', { count })}</span>
      {decisionsFor(code).map((decision) => (
        <Button
          key={decision}
          size="small"
          loading={deciding.isPending}
          onClick={() =>
            deciding.mutate(
              { params: { importId: batch.id }, body: { code, decision } },
              { onSuccess: ({ rows }) => tell(say('decided', { count: rows })) },
            )
          }
        >
          {say(wordOf(decision, batch.kind))}
        </Button>
      ))}
      <ProblemNote problem={deciding.error} />
    </div>
  );
}
