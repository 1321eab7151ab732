import { Button, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { addDays, dateIn } from '#shared/dates.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { type JobPackage, jobPackageRoutes, type PriceLine } from '../contract.ts';
import { LineFinder } from './LineFinder.tsx';
import { PackageEditions } from './PackageEditions.tsx';
import { savingText } from './PackageTable.tsx';
import type { At } from './PriceTable.tsx';
import { usePackageWords } from './usePriceWords.ts';

type Line = Omit<JobPackage['lines'][number], 'unitFen'> & { unitFen: number | null };
const shopDay = () => dateIn('Asia/Shanghai', now());

/** A package by keyboard: its code and name, then item after item, its price beside their sum. */
export default function PackageSheet(props: {
  at: At;
  mayChange: boolean;
  row?: JobPackage | undefined;
  onClose: () => void;
}) {
  const { at, mayChange, row, onClose } = props;
  const { say } = usePackageWords();
  const tell = useTell();
  const adding = useWriting(jobPackageRoutes.add);
  const changing = useWriting(jobPackageRoutes.change);
  const ending = useWriting(jobPackageRoutes.end);
  const problem = adding.error ?? changing.error ?? ending.error;
  const [code, setCode] = useState(row?.code ?? '');
  const [model, setModel] = useState(row?.model ?? '');
  const [name, setName] = useState(row?.name ?? '');
  const [lines, setLines] = useState<readonly Line[]>(row?.lines ?? []);
  const [priceFen, setPrice] = useState<number | undefined>(row?.priceFen ?? undefined);
  const [validFrom, setFrom] = useState(row ? addDays(shopDay(), 1) : shopDay());
  const [validUntil, setUntil] = useState(row?.validUntil ?? '');
  const { orgUnitId } = at;
  const sumFen = lines.reduce((sum, line) => sum + amountOf(line), 0);
  const isReady = code.trim() !== '' && name.trim() !== '' && lines.length > 0 && validFrom !== '';
  const isPending = adding.isPending || changing.isPending || ending.isPending;
  const done = () => {
    tell(say('saved', { day: validFrom }));
    onClose();
  };
  const save = () => {
    if (!isReady || isPending || !mayChange) return;
    const terms = {
      ...(orgUnitId && { orgUnitId }),
      ...(priceFen !== undefined && { priceFen }),
      ...(validUntil && { validUntil }),
      ...{ name, validFrom },
      lines: lines.map(({ kind, code: of, quantityThousandths }) => ({
        ...{ kind, code: of, quantityThousandths },
      })),
    };
    if (row)
      changing.mutate({ params: { jobPackageId: row.id }, body: terms }, { onSuccess: done });
    else
      adding.mutate(
        { body: { ...terms, code, ...(model.trim() && { model }) } },
        { onSuccess: done },
      );
  };
  const end = () =>
    row &&
    ending.mutate(
      {
        params: { jobPackageId: row.id },
        body: { ...(orgUnitId && { orgUnitId }), validFrom, standing: 'notOffered' },
      },
      { onSuccess: done },
    );
  const put = (item: PriceLine) =>
    setLines((before) =>
      before.some((line) => line.kind === item.kind && line.code === item.code)
        ? before
        : [...before, lineOf(item)],
    );
  const quantity = (nth: number, quantityThousandths: number) =>
    setLines((before) =>
      before.map((line, each) => (each === nth ? { ...line, quantityThousandths } : line)),
    );
  const keyDown = (event: React.KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    save();
  };
  return (
    <Sheet title={row ? `${row.code} ${row.name}` : say('addPackage')} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears the keys of its fields */}
      <div className="price-desk-sheet" onKeyDown={keyDown}>
        <ProblemNote problem={problem} />
        {row?.fault && (
          <p className="price-desk-fault">
            {say(`fault_${row.fault}`, { codes: row.missing.join('、') })}
          </p>
        )}
        <div className="price-desk-fields">
          <Named label={say('itemCode')} value={code} most={40} isFixed={!!row} onType={setCode} />
          <Named label={say('packageName')} value={name} most={120} onType={setName} />
          <Named label={say('model')} value={model} most={60} isFixed={!!row} onType={setModel} />
        </div>
        <ul className="price-desk-lines">
          {lines.map((line, nth) => (
            <li key={`${line.kind} ${line.code}`}>
              <span className={line.kind === 'part' ? 'price-desk-part' : ''}>
                {line.name || line.code} <span className="soft figures">{line.code}</span>
              </span>
              {line.kind === 'part' ? (
                <InputNumber
                  value={line.quantityThousandths / 1000}
                  min={0.001}
                  max={100_000}
                  precision={3}
                  controls={false}
                  formatter={(value) => (value === undefined ? '' : String(Number(value)))}
                  suffix={line.measure}
                  aria-label={`${line.name} ${say('quantity')}`}
                  onFocus={({ target }) => target.select()}
                  onChange={(value) => value && quantity(nth, Math.round(value * 1000))}
                />
              ) : (
                <span />
              )}
              {line.unitFen === null ? <span>—</span> : <Money fen={amountOf(line)} />}
              <Button
                type="text"
                htmlType="button"
                disabled={!mayChange}
                aria-label={say('removeLine', { name: line.name || line.code })}
                icon={<Icon name="close" size={16} />}
                onClick={() => setLines((before) => before.filter((_, each) => each !== nth))}
              />
            </li>
          ))}
        </ul>
        {mayChange && <LineFinder at={at} onPick={put} />}
        {lines.length === 0 && <p className="soft">{say('noLines')}</p>}
        <div className="price-desk-fields">
          <span>
            <span className="soft">{say('listSum')}</span> <Money fen={sumFen} />
          </span>
          <div className="price-desk-field">
            {say('packagePrice')}
            <YuanField
              value={priceFen}
              placeholder={say('bySum')}
              aria-label={say('packagePrice')}
              onChange={setPrice}
            />
          </div>
          <span role="status" className="soft">
            {priceFen !== undefined && sumFen > 0 && savingText(say, sumFen, priceFen)}
          </span>
        </div>
        <div className="price-desk-fields">
          <div className="price-desk-field">
            {say('validFrom')}
            <DayField
              aria-label={say('validFrom')}
              value={validFrom}
              onChange={({ target }) => setFrom(target.value)}
            />
          </div>
          <div className="price-desk-field">
            {say('validUntil')}
            <DayField
              aria-label={say('validUntil')}
              value={validUntil}
              onChange={({ target }) => setUntil(target.value)}
            />
          </div>
        </div>
        {row && <PackageEditions at={at} row={row} />}
        {mayChange && (
          <div className="form-end">
            <span className="soft for-keyboard">{say('packageKeys')}</span>
            {row?.standing === 'offered' && (
              <Button danger htmlType="button" loading={ending.isPending} onClick={end}>
                {say('end')}
              </Button>
            )}
            <Button type="primary" loading={isPending} disabled={!isReady} onClick={save}>
              {say('save')}
            </Button>
          </div>
        )}
      </div>
    </Sheet>
  );
}

const amountOf = ({ unitFen, quantityThousandths }: Line) =>
  Math.round(((unitFen ?? 0) * quantityThousandths) / 1000);
const lineOf = ({ kind, code, name, measure, amountFen }: PriceLine): Line => ({
  ...{ kind, code, name, measure, unitFen: amountFen, quantityThousandths: 1000 },
});

function Named(props: {
  label: string;
  value: string;
  most: number;
  isFixed?: boolean;
  onType: (value: string) => void;
}) {
  const { label, value, most, isFixed = false, onType } = props;
  return (
    <div className="price-desk-field">
      {label}
      <Input
        value={value}
        maxLength={most}
        disabled={isFixed}
        autoComplete="off"
        aria-label={label}
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  );
}
