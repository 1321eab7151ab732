import { Button, Input, InputNumber } from 'antd';
import { useRef, useState } from 'react';
import { sumFen } from '#shared/money.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useDraft } from '#web/useDraft.ts';
import {
  type JobLine,
  type Part,
  payers,
  type QuotedLine,
  serviceOrderRoutes as routes,
} from '../../contract.ts';
import { enterGoesOn, YuanField } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import type { StepFormProps } from './NowToDo.tsx';
import { useStep } from './useStep.ts';

interface Row {
  id?: string;
  description: string;
  standardMinutes?: number;
  labourFen?: number;
  partsFen?: number;
  parts: Part[];
  payer: (typeof payers)[number];
}

const emptyRow = (): Row => ({ description: '', parts: [], payer: 'customer' });
const rowOf = ({
  id,
  description,
  standardMinutes,
  labourFen,
  partsFen,
  parts,
  payer,
}: JobLine) => ({
  ...{ id, description, standardMinutes: standardMinutes || undefined, labourFen, partsFen },
  ...{ parts, payer },
});
const isWritten = ({ description }: Row) => description.trim() !== '';
const lineOf = ({ partsFen, labourFen, ...row }: Row): QuotedLine => ({
  ...row,
  labourFen: labourFen ?? 0,
  ...(row.parts.length === 0 && { partsFen: partsFen ?? 0 }),
});

/** Written as on paper, by keyboard alone: Enter goes on and adds a line at the end; Ctrl+Enter is the quotation. */
export function EstimateForm(props: StepFormProps) {
  const { order } = props;
  const { say } = useOrderWords();
  const table = useRef<HTMLDivElement>(null);
  const { take, problem, isPending, again } = useStep(routes.estimate, props);
  const quoted = order.lines.filter(({ origin }) => origin === 'estimate').map(rowOf);
  const draft = useDraft<Row[]>(
    `service-order.estimate.${order.id}`,
    quoted.length > 0 ? quoted : [emptyRow(), emptyRow(), emptyRow()],
  );
  const [rows, setRows] = useState(draft.initial);
  const change = (next: Row[]) => {
    setRows(next);
    draft.keep(next);
  };
  const set = (at: number, part: Partial<Row>) =>
    change(rows.map((row, each) => (each === at ? { ...row, ...part } : row)));
  const addRow = () => {
    change([...rows, emptyRow()]);
    requestAnimationFrame(() =>
      table.current
        ?.querySelector<HTMLElement>('.order-quote-row:last-of-type [data-field]')
        ?.focus(),
    );
  };
  const written = rows.filter(isWritten);
  const submit = () => written.length > 0 && take({ lines: written.map(lineOf) }, draft.clear);
  const charged = written.filter(({ payer }) => payer === 'customer');
  const totalFen = sumFen(charged.flatMap((row) => [row.labourFen ?? 0, row.partsFen ?? 0]));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears the Enter of its fields
    <div
      className="quote"
      ref={table}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        else enterGoesOn(event, addRow);
      }}
    >
      <ProblemNote problem={problem} onAgain={again} />
      <div className="order-quote-row order-quote-head" aria-hidden="true">
        <span>{say('job')}</span>
        <span>{say('minutes')}</span>
        <span>{say('labour')}</span>
        <span>{say('material')}</span>
        <span>{say('payer')}</span>
        <span />
      </div>
      {rows.map((row, at) => (
        <QuoteRow
          key={row.id ?? at}
          row={row}
          isFirst={at === 0}
          onChange={(part) => set(at, part)}
          onRemove={() => change(rows.filter((_, each) => each !== at))}
        />
      ))}
      <div className="order-quote-end">
        <Button type="text" size="small" icon={<Icon name="plus" size={16} />} onClick={addRow}>
          {say('addLine')}
        </Button>
        <span className="soft for-keyboard">{say('keysHint')}</span>
        <span className="order-quote-total">
          {say('total')} <Money fen={totalFen} />
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

function QuoteRow(props: {
  row: Row;
  isFirst: boolean;
  onChange: (part: Partial<Row>) => void;
  onRemove: () => void;
}) {
  const { row, isFirst, onChange, onRemove } = props;
  const { say, sayOf } = useOrderWords();
  return (
    <div className="order-quote-row">
      <Input
        data-field
        autoFocus={isFirst}
        value={row.description}
        maxLength={300}
        aria-label={say('job')}
        placeholder={say('job')}
        onChange={(event) => onChange({ description: event.target.value })}
      />
      <InputNumber
        data-field
        value={row.standardMinutes ?? null}
        min={0}
        max={60_000}
        precision={0}
        controls={false}
        aria-label={say('minutes')}
        placeholder={say('minutes')}
        onChange={(minutes) => onChange({ standardMinutes: minutes ?? undefined })}
      />
      <YuanField
        data-field
        value={row.labourFen}
        aria-label={say('labour')}
        placeholder={say('labour')}
        onChange={(labourFen) => onChange({ labourFen })}
      />
      <YuanField
        data-field
        value={row.partsFen}
        disabled={row.parts.length > 0}
        aria-label={say('material')}
        placeholder={say('material')}
        onChange={(partsFen) => onChange({ partsFen })}
      />
      <select
        className="plain-field"
        value={row.payer}
        aria-label={say('payer')}
        onChange={(event) => onChange({ payer: event.target.value as Row['payer'] })}
      >
        {payers.map((payer) => (
          <option key={payer} value={payer}>
            {sayOf('payer', payer)}
          </option>
        ))}
      </select>
      <Button
        type="text"
        tabIndex={-1}
        aria-label={say('removeLine')}
        icon={<Icon name="close" size={16} />}
        onClick={onRemove}
      />
    </div>
  );
}
