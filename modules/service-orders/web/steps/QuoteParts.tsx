import { Button, Input, InputNumber } from 'antd';
import { formatFen } from '#shared/money.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { partOrigins } from '../../contract.ts';
import { YuanField } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import { PriceSearch } from './PriceSearch.tsx';
import { type PartRow, partFen, partOffered, type Row } from './quoted.ts';

/** A quantity above it is a slip of the finger. */
const mostOfOne = 100_000;

/** The parts of a line, one by one (机动车维修管理规定 art. 26): name, number, how many, at which price, of which make. */
export function QuoteParts(props: {
  orderId: string;
  row: Row;
  onChange: (parts: PartRow[]) => void;
}) {
  const { orderId, row, onChange } = props;
  const set = (at: number, change: Partial<PartRow>) =>
    onChange(row.parts.map((part, each) => (each === at ? { ...part, ...change } : part)));
  return row.parts.map((part, at) => (
    <PartFields
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts have no other name, and stay in their order
      key={at}
      orderId={orderId}
      part={part}
      isPackaged={row.jobPackage !== undefined}
      onChange={(change) => set(at, change)}
      onRemove={() => onChange(row.parts.filter((_, each) => each !== at))}
    />
  ));
}

function PartFields(props: {
  orderId: string;
  part: PartRow;
  isPackaged: boolean;
  onChange: (change: Partial<PartRow>) => void;
  onRemove: () => void;
}) {
  const { orderId, part, isPackaged, onChange, onRemove } = props;
  const { say, sayOf } = useOrderWords();
  const departs = !isPackaged && part.listedFen !== undefined && part.listedFen !== part.unitFen;
  return (
    <div className="order-part-row">
      <PriceSearch
        orderId={orderId}
        kind="part"
        value={part.name}
        maxLength={120}
        label={say('partName')}
        onType={(name) => onChange({ name })}
        onPick={({ ...offer }) => {
          const { quantityThousandths: _, ...taken } = partOffered(offer);
          onChange(taken);
        }}
      />
      <Input
        data-field
        value={part.number}
        maxLength={60}
        aria-label={say('partNumber')}
        placeholder={say('partNumber')}
        onChange={(event) => onChange({ number: event.target.value })}
      />
      <InputNumber
        data-field
        value={part.quantityThousandths / 1000}
        min={0.001}
        max={mostOfOne}
        precision={3}
        controls={false}
        formatter={(value) => (value === undefined ? '' : String(Number(value)))}
        suffix={part.unit}
        aria-label={say('quantity')}
        onChange={(quantity) =>
          quantity && onChange({ quantityThousandths: Math.round(quantity * 1000) })
        }
      />
      <YuanField
        data-field
        value={part.unitFen}
        status={departs ? 'warning' : undefined}
        title={departs ? say('listAsks', { yuan: formatFen(part.listedFen ?? 0) }) : undefined}
        aria-label={say('unitPrice')}
        placeholder={say('unitPrice')}
        onChange={(unitFen) => onChange({ unitFen })}
      />
      <Money fen={partFen(part)} />
      <select
        className="plain-field"
        value={part.origin}
        disabled={part.priceItemId !== undefined}
        aria-label={say('partOrigin')}
        onChange={(event) => onChange({ origin: event.target.value as PartRow['origin'] })}
      >
        {partOrigins.map((origin) => (
          <option key={origin} value={origin}>
            {sayOf('origin', origin)}
          </option>
        ))}
      </select>
      <Button
        type="text"
        tabIndex={-1}
        aria-label={say('removePart')}
        icon={<Icon name="close" size={16} />}
        onClick={onRemove}
      />
    </div>
  );
}
