import { Button } from 'antd';
import { useState } from 'react';
import { addDays, dateIn } from '#shared/dates.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type PriceLine, priceRoutes } from '../contract.ts';
import { Editions } from './Editions.tsx';
import { ItemForm } from './ItemForm.tsx';
import type { At } from './PriceTable.tsx';
import { usePriceWords } from './usePriceWords.ts';

/** An item with its terms and its editions; or a new one. */
export default function ItemSheet(props: {
  at: At;
  mayChange: boolean;
  line?: PriceLine;
  onClose: () => void;
}) {
  const { at, mayChange, line, onClose } = props;
  const { say } = usePriceWords();
  const title = line ? say('changeTitle', { code: line.code, name: line.name }) : say('addTitle');
  return (
    <Sheet title={title} onClose={onClose}>
      <div className="price-desk-sheet">
        {line && !line.isOwn && mayChange && (
          <p className="soft">{say('fromAbove', { unit: line.orgUnitName })}</p>
        )}
        <ItemForm at={at} mayChange={mayChange} line={line} onDone={onClose} />
        {line && mayChange && line.standing === 'offered' && (
          <Ending at={at} line={line} onDone={onClose} />
        )}
        {line && <Editions at={at} line={line} />}
      </div>
    </Sheet>
  );
}

function Ending({ at, line, onDone }: { at: At; line: PriceLine; onDone: () => void }) {
  const { say } = usePriceWords();
  const tell = useTell();
  const [day, setDay] = useState(() => addDays(dateIn('Asia/Shanghai', now()), 1));
  const end = useWriting(priceRoutes.end);
  const { orgUnitId } = at;
  const take = (standing: 'notOffered' | 'asAbove') =>
    end.mutate(
      {
        params: { priceItemId: line.id },
        body: { ...(orgUnitId && { orgUnitId }), validFrom: day, standing },
      },
      {
        onSuccess: () => {
          tell(say(standing === 'asAbove' ? 'savedAbove' : 'savedEnd', { day }));
          onDone();
        },
      },
    );
  return (
    <section className="price-desk-end">
      <ProblemNote problem={end.error} onAgain={end.again} />
      <span className="soft">{say('endSure', { day, name: line.name })}</span>
      <DayField
        aria-label={say('validFrom')}
        value={day}
        onChange={({ target }) => setDay(target.value)}
      />
      <Button danger loading={end.isPending} disabled={!day} onClick={() => take('notOffered')}>
        {say('end')}
      </Button>
      {line.isOwn && orgUnitId && (
        <Button loading={end.isPending} disabled={!day} onClick={() => take('asAbove')}>
          {say('asAbove')}
        </Button>
      )}
    </section>
  );
}
