import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { subletRoutes as routes, type Sublet } from '../contract.ts';
import type { SheetStep } from './StepSheet.tsx';
import { SubletFacts } from './SubletFacts.tsx';
import './sublets.css';
import { useSubletWords } from './useSubletWords.ts';

const GiveSheet = lazy(async () => ({ default: (await import('./GiveSheet.tsx')).GiveSheet }));
const StepSheet = lazy(async () => ({ default: (await import('./StepSheet.tsx')).StepSheet }));

type Open = { is: 'give' } | { is: SheetStep; sublet: Sublet } | null;

/** Jobs of this order with other firms: given out, fetched, checked and booked from here (外协, WSH-05). */
export default function OrderSublets({ orderId }: { orderId: string }) {
  const { say } = useSubletWords();
  const [open, setOpen] = useState<Open>(null);
  const follows = ['sublets', 'service-orders'];
  const { data, error } = useQuery(reading(routes.ofOrder, { params: { orderId } }, { follows }));
  const mayGive = (data?.givable.length ?? 0) > 0;
  useHotkey(
    mayGive
      ? { keys: 'o', label: say('give'), group: 'page', run: () => setOpen({ is: 'give' }) }
      : null,
  );
  if (error) return <ProblemNote problem={error} />;
  if (!data || (data.items.length === 0 && !mayGive)) return null;
  const close = () => setOpen(null);
  return (
    <Card
      title={say('sublets')}
      actions={
        mayGive && (
          <Button size="small" onClick={() => setOpen({ is: 'give' })}>
            {say('give')}
            <kbd className="for-keyboard">o</kbd>
          </Button>
        )
      }
    >
      <ul className="sublet-list">
        {data.items.map((sublet) => (
          <li key={sublet.id}>
            <SubletFacts sublet={sublet} />
            <Steps sublet={sublet} onOpen={(is) => setOpen({ is, sublet })} />
          </li>
        ))}
      </ul>
      <Suspense fallback={null}>
        {open?.is === 'give' && (
          <GiveSheet orderId={orderId} givable={data.givable} onClose={close} />
        )}
        {open && open.is !== 'give' && (
          <StepSheet step={open.is} sublet={open.sublet} onClose={close} />
        )}
      </Suspense>
    </Card>
  );
}

/** What this person may do with it now; the next thing first. */
function Steps({ sublet, onOpen }: { sublet: Sublet; onOpen: (step: SheetStep) => void }) {
  const { say, sayOf } = useSubletWords();
  const back = useWriting(routes.takeBack, { touches: ['sublets', 'service-orders'] });
  const may = (name: string) => sublet.steps.some(({ step }) => step === name);
  const { id: subletId, version } = sublet;
  return (
    <>
      <ProblemNote problem={back.error} onAgain={back.again} />
      <div className="sublet-steps">
        {may('takeBack') && (
          <Button
            type="primary"
            loading={back.isPending}
            onClick={() => back.mutate({ params: { subletId }, version })}
          >
            {sayOf('step', 'takeBack')}
          </Button>
        )}
        {may('pass') && (
          <Button type="primary" onClick={() => onOpen('check')}>
            {say('checkNow')}
          </Button>
        )}
        {(['bookCost', 'postpone', 'callOff', 'reverseCost'] as const)
          .filter((step) => may(step))
          .map((step) => (
            <Button key={step} onClick={() => onOpen(step)}>
              {sayOf('step', step)}
            </Button>
          ))}
      </div>
    </>
  );
}
