import { Button } from 'antd';
import { Fragment, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { OfferedPackage } from '#modules/prices/contract.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type RefusedBefore, serviceOrderRoutes as routes } from '../../contract.ts';
import { enterGoesOn } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import './estimate.css';
import { PackageHeading } from '../PackageHeading.tsx';
import type { StepFormProps } from './NowToDo.tsx';
import { keptWhole, packageRows, quotedHeads } from './packaged.ts';
import { QuoteRow } from './QuoteRow.tsx';
import { emptyPart, emptyRow, isWritten, lineOf, type Row, rowOf, sharesOf } from './quoted.ts';
import { RefusedLines, useQuotedAnew } from './RefusedBefore.tsx';
import { useStep } from './useStep.ts';

/** A figure that is there is typed over, not typed on. */
const selectFigure = ({ target }: React.FocusEvent) => {
  if (target instanceof HTMLInputElement && target.role !== 'combobox') target.select();
};

/**
 * Written as on paper, by keyboard alone: Enter goes on and adds a line at the end, Alt+P a part to the line,
 * Alt+R what was put off last time; Ctrl+Enter is the quotation.
 */
export function EstimateForm(props: StepFormProps) {
  const { order } = props;
  const { say, sayOf } = useOrderWords();
  const table = useRef<HTMLDivElement>(null);
  const { take, problem, isPending, again } = useStep(routes.estimate, props);
  const quotedAnew = useQuotedAnew(order.id);
  const blank = () => emptyRow(order.kind);
  const quoted = order.lines.filter(({ origin }) => origin === 'estimate').map(rowOf);
  const draft = useDraft<Row[]>(
    `service-order.estimate.${order.id}`,
    quoted.length > 0 ? quoted : [blank(), blank(), blank()],
  );
  const [rows, setRows] = useState(draft.initial);
  const change = (turn: (rows: Row[]) => Row[]) =>
    setRows((before) => {
      const next = keptWhole(before, turn(before));
      draft.keep(next);
      return next;
    });
  const set = (at: number, part: Partial<Row>) =>
    change((before) => before.map((row, each) => (each === at ? { ...row, ...part } : row)));
  /** What is added stands before the next key comes: no figure goes into the line above. */
  const add = (turn: () => void, selector: string) => {
    flushSync(turn);
    table.current?.querySelector<HTMLElement>(selector)?.focus();
  };
  const addRow = () =>
    add(() => change((before) => [...before, blank()]), `[data-row="${rows.length}"] [data-field]`);
  const addPart = (at: number) =>
    add(
      () => set(at, { parts: [...(rows[at]?.parts ?? []), emptyPart()] }),
      `[data-row="${at}"] .order-part-row:last-of-type [data-field]`,
    );
  const written = rows.filter(isWritten);
  const putOff = order.refusedBefore.filter(
    ({ description }) => !rows.some((row) => row.description === description),
  );
  const addRefused = async (line: RefusedBefore) => {
    const anew = await quotedAnew(line);
    change((before) => {
      const blank = before.findIndex((row) => !isWritten(row));
      return blank < 0 ? [...before, anew] : before.with(blank, anew);
    });
  };
  /** Its lines come in one go in the place of what was typed, the focus below them; once on the quotation is enough. */
  const takePackage = (at: number, offer: OfferedPackage) => {
    if (rows.some(({ jobPackage }) => jobPackage?.jobPackageId === offer.id)) {
      set(at, { description: '' });
      return;
    }
    const brought = packageRows(offer, rows[at] ?? blank());
    add(
      () =>
        change((before) => {
          const next = before.toSpliced(at, 1, ...brought);
          return next.length > at + brought.length ? next : [...next, blank()];
        }),
      `[data-row="${at + brought.length}"] [data-field]`,
    );
  };
  const heads = quotedHeads(rows);
  const submit = () => written.length > 0 && take({ lines: written.map(lineOf) }, draft.clear);
  const keyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
    else if (event.altKey && event.code === 'KeyP' && row !== undefined) {
      event.preventDefault();
      addPart(Number(row));
    } else if (event.altKey && event.code === 'KeyR' && putOff[0]) {
      event.preventDefault();
      void addRefused(putOff[0]);
    } else enterGoesOn(event, addRow);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of its fields
    <div className="quote" ref={table} onKeyDown={keyDown} onFocus={selectFigure}>
      <ProblemNote problem={problem} onAgain={again} />
      <RefusedLines lines={putOff} onAdd={(line) => void addRefused(line)} />
      <div className="order-quote-row order-quote-head" aria-hidden="true">
        <span>{say('job')}</span>
        <span>{say('minutes')}</span>
        <span>{say('labour')}</span>
        <span>{say('material')}</span>
        <span>{say('payer')}</span>
        <span />
      </div>
      {rows.map((row, at) => (
        <Fragment key={row.id ?? at}>
          {heads.has(row) && <PackageHeading head={heads.get(row)} />}
          <QuoteRow
            orderId={order.id}
            row={row}
            at={at}
            onPackage={(offer) => takePackage(at, offer)}
            onChange={(part) => set(at, part)}
            onAddPart={() => addPart(at)}
            onRemove={() => change((before) => before.filter((_, each) => each !== at))}
          />
        </Fragment>
      ))}
      <p className="soft for-keyboard">{say('keysHint')}</p>
      <div className="order-quote-end">
        <Button type="text" size="small" icon={<Icon name="plus" size={16} />} onClick={addRow}>
          {say('addLine')}
        </Button>
        <span className="order-quote-total">
          {sharesOf(written).map(([payer, fen]) => (
            <span key={payer} className={payer === 'customer' ? 'order-asked' : 'soft'}>
              {sayOf('payer', payer)} <Money fen={fen} />
            </span>
          ))}
        </span>
        <Button
          type="primary"
          size="large"
          loading={isPending}
          disabled={written.length === 0}
          onClick={submit}
        >
          {say('saveEstimate')}
        </Button>
      </div>
    </div>
  );
}
