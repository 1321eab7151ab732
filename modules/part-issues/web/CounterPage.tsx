import { Button, Input, type InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { useAddress } from '#web/useAddress.ts';
import type { OrderParts } from '../contract.ts';
import { BindCard } from './BindCard.tsx';
import { IssueList } from './IssueList.tsx';
import { OutcomeNote } from './OutcomeNote.tsx';
import { PartTable } from './PartTable.tsx';
import './parts.css';
import { useCounter } from './useCounter.ts';
import { usePartWords } from './usePartWords.ts';

type Counter = ReturnType<typeof useCounter>;

/** A scanner is a keyboard: one field that always has the focus; the order, then its parts, each a scan (WSH-06). */
export default function CounterPage() {
  const { say } = usePartWords();
  const counter = useCounter();
  const { order, mode, outcome, isBusy } = counter;
  const [typed, setTyped] = useState('');
  const [isExcepting, setExcepting] = useState(false);
  const field = useScanField();
  useOrderOfAddress(counter.scan);
  const isOld = outcome?.is === 'old';
  const invited = !order
    ? 'scanOrder'
    : isOld
      ? 'scanOld'
      : mode === 'issue'
        ? 'scanPart'
        : 'scanBack';
  const enter = () => {
    setTyped('');
    counter.scan(typed);
  };
  const tone =
    outcome?.is === 'done' ? 'good' : outcome?.is === 'refused' ? 'late' : isOld ? 'warn' : 'plain';
  return (
    <Page title={say('counter')} actions={order && <OrderActions counter={counter} />}>
      <div className={`part-scan part-scan-${tone}`}>
        <label htmlFor="part-scan">{say(invited)}</label>
        <Input
          ref={field}
          id="part-scan"
          size="large"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          onPressEnter={enter}
          onKeyDown={({ key }) => {
            if (key !== 'Escape') return;
            setTyped('');
            counter.leave();
          }}
          suffix={<kbd className="for-keyboard">Enter</kbd>}
        />
        <OutcomeNote outcome={outcome} />
        {isOld && order?.mayDecide && (
          <div>
            <Button onClick={() => setExcepting(true)}>{say('except')}</Button>
          </div>
        )}
      </div>
      {!order && (
        <EmptyState icon="parts" title={say('waitingForOrder')} next={say('waitingHint')} />
      )}
      {order && (
        <>
          {outcome?.is === 'refused' && outcome.problem.code === 'part_not_on_order' && (
            <BindCard
              order={order}
              scanned={outcome.code}
              onBound={(number) => counter.issuePart(number)}
            />
          )}
          <CounterOrder order={order} isBusy={isBusy} />
        </>
      )}
      {isExcepting && outcome?.is === 'old' && (
        <ReasonSheet
          title={say('except')}
          label={say('exceptWhy')}
          word={say('exceptDo')}
          writing={{ error: null, isPending: isBusy, again: () => undefined }}
          onReason={(reason) => {
            counter.except(outcome.scan, reason);
            setExcepting(false);
          }}
          onClose={() => setExcepting(false)}
        />
      )}
    </Page>
  );
}

/** Issue or take back, and on to the next order: buttons for the mouse, keys for the desk. */
function OrderActions({ counter }: { counter: Counter }) {
  const { say } = usePartWords();
  const { order, mode } = counter;
  const other = mode === 'issue' ? 'back' : 'issue';
  const change = () => counter.setMode(other);
  useHotkey({ keys: 'alt+r', label: say(`${other}Mode`), group: 'page', run: change });
  return (
    <>
      {order?.mayReturn && (
        <Button onClick={change} aria-pressed={mode === 'back'}>
          {say(`${other}Mode`)} <kbd className="for-keyboard">Alt+R</kbd>
        </Button>
      )}
      <Button onClick={counter.leave}>
        {say('otherOrder')} <kbd className="for-keyboard">Esc</kbd>
      </Button>
    </>
  );
}

function CounterOrder({ order, isBusy }: { order: OrderParts; isBusy: boolean }) {
  const { say } = usePartWords();
  return (
    <div className="part-counter" aria-busy={isBusy}>
      <Card
        title={
          <span className="part-head">
            <PlateTag plate={order.plate} />
            <span className="figures">{order.number}</span>
            <span className="soft">{order.model}</span>
            <span>{order.technicianName || say('nobody')}</span>
          </span>
        }
      >
        <PartTable order={order} />
      </Card>
      {order.issues.length > 0 && (
        <Card title={say('movements')}>
          <IssueList issues={order.issues} />
        </Card>
      )}
    </div>
  );
}

/** From an order's page one comes with its number. */
function useOrderOfAddress(scan: (typed: string) => void): void {
  const [{ order }, setAddress] = useAddress();
  const taken = useRef('');
  useEffect(() => {
    if (!order || taken.current === order) return;
    taken.current = order;
    scan(order);
    setAddress({ order: undefined });
  });
}

/** Wherever the focus went, what the scanner types lands in the field. */
function useScanField() {
  const field = useRef<InputRef>(null);
  useEffect(() => {
    field.current?.focus();
    const gather = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (key.length !== 1 || ctrlKey || metaKey || altKey) return;
      const isElsewhere =
        target instanceof HTMLElement && target.matches('input, textarea, select');
      if (isElsewhere || document.querySelector('dialog[open]')) return;
      field.current?.focus();
    };
    window.addEventListener('keydown', gather, true);
    return () => window.removeEventListener('keydown', gather, true);
  }, []);
  return field;
}
