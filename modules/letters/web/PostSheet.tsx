import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import type { QueryOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { letterRoutes, mostSheets } from '../contract.ts';
import { useSay } from './useSay.ts';

type Chosen = QueryOf<typeof letterRoutes.toPost>;

/** Everything that waits for the post and fits the register’s filter: on one PDF, with labels in the same order. */
export default function PostSheet({ chosen, onClose }: { chosen: Chosen; onClose: () => void }) {
  const say = useSay();
  const session = useSession();
  const tell = useTell();
  const [isPrinted, setPrinted] = useState<boolean | undefined>(false);
  const query = { ...chosen, ...(isPrinted !== undefined && { isPrinted }) };
  const { data, error } = useQuery(reading(letterRoutes.toPost, { query }));
  const note = useWriting(letterRoutes.printMany, { touches: ['letters'] });
  const items = data?.items ?? [];
  const fresh = items.filter((each) => !each.isPrinted).map(({ id }) => id);
  const nothing = items.length === 0;
  const noted = () => {
    tell(say('notedPrinted', { count: fresh.length }));
    onClose();
  };
  return (
    <SheetForm title={say('printMany')} onClose={onClose}>
      <div className="letter-labels">
        <p className="soft">{say('printManyHint', { most: mostSheets })}</p>
        <ProblemNote problem={error ?? note.error} />
        <select
          className="plain-field"
          aria-label={say('onPaper')}
          value={isPrinted === undefined ? '' : String(isPrinted)}
          onChange={({ target }) =>
            setPrinted(target.value === '' ? undefined : target.value === 'true')
          }
        >
          <option value="false">{say('notOnPaper')}</option>
          <option value="true">{say('onPaperAlready')}</option>
          <option value="">{say('anyPaper')}</option>
        </select>
        {!data && !error && <Waiting />}
        {data && (
          <p role="status">{say(nothing ? 'noneToPrint' : 'toPrint', { count: items.length })}</p>
        )}
        {data?.isMore && (
          <p className="letter-returned" role="alert">
            {say('tooManyToPrint', { most: mostSheets })}
          </p>
        )}
        {!nothing && (
          <ol className="letter-names">
            {items.map(({ id, number, recipient }) => (
              <li key={id}>
                {number} {recipient}
              </li>
            ))}
          </ol>
        )}
        <div className="form-end">
          {mayUse(session, ['customers.seeAddress']) && (
            <Button
              href={pathOf(letterRoutes.labels, {}, query)}
              target="_blank"
              disabled={nothing || data?.isMore === true}
            >
              {say('labelsAlike')}
            </Button>
          )}
          {mayUse(session, ['messages.send']) && (
            <Button
              disabled={fresh.length === 0}
              loading={note.isPending}
              onClick={() => note.mutate({ body: { letterIds: fresh } }, { onSuccess: noted })}
            >
              {say('notePrinted', { count: fresh.length })}
            </Button>
          )}
          <Button
            type="primary"
            icon={<Icon name="print" />}
            href={pathOf(letterRoutes.sheets, {}, query)}
            target="_blank"
            disabled={nothing || data?.isMore === true}
          >
            {say('openLetters')}
          </Button>
        </div>
      </div>
    </SheetForm>
  );
}
