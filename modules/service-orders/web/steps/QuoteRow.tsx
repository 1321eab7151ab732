import { Button, InputNumber } from 'antd';
import type { OfferedPackage } from '#modules/prices/contract.ts';
import { formatFen } from '#shared/money.ts';
import { Icon } from '#web/Icon.tsx';
import { payers } from '../../contract.ts';
import { YuanField } from '../fields.tsx';
import { useOrderWords } from '../useOrderWords.ts';
import { PriceSearch } from './PriceSearch.tsx';
import { QuoteParts } from './QuoteParts.tsx';
import { type Payer, partsFenOf, type Row, rowOffered } from './quoted.ts';

/** A line of the quotation: a job, its labour, its parts below it, who pays, and what the price list says. */
export function QuoteRow(props: {
  orderId: string;
  row: Row;
  at: number;
  onChange: (part: Partial<Row>) => void;
  onAddPart: () => void;
  onRemove: () => void;
  onPackage: (offer: OfferedPackage) => void;
}) {
  const { orderId, row, at, onChange, onAddPart, onRemove, onPackage } = props;
  const { say, sayOf } = useOrderWords();
  const hasParts = row.parts.length > 0;
  return (
    <div className="order-quote-line" data-row={at}>
      <div className="order-quote-row">
        <PriceSearch
          orderId={orderId}
          autoFocus={at === 0}
          value={row.description}
          maxLength={300}
          label={say('job')}
          onType={(description) =>
            onChange({ description, ...(description.trim() === '' && { listed: undefined }) })
          }
          onPick={(offer) => onChange(rowOffered(offer))}
          onPackage={onPackage}
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
          value={hasParts ? partsFenOf(row) : row.partsFen}
          disabled={hasParts}
          aria-label={say('material')}
          placeholder={say('material')}
          onChange={(partsFen) => onChange({ partsFen })}
        />
        <select
          className="plain-field"
          value={row.payer}
          aria-label={say('payer')}
          onChange={(event) => onChange({ payer: event.target.value as Payer })}
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
      <QuoteParts orderId={orderId} row={row} onChange={(parts) => onChange({ parts })} />
      {row.description.trim() !== '' && (
        <p className="order-quote-note">
          <Listed row={row} />
          <Button
            type="text"
            size="small"
            tabIndex={-1}
            icon={<Icon name="plus" size={14} />}
            onClick={onAddPart}
          >
            {say('addPart')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** Where the line comes from, and that its price is not the list's. */
function Listed({ row: { listed, jobPackage, labourFen = 0 } }: { row: Row }) {
  const { say } = useOrderWords();
  if (!listed) return null;
  return (
    <>
      <span className="soft">{say('fromList', { code: listed.code })}</span>
      {labourFen !== listed.labourFen && !jobPackage && (
        <span className="order-departs">
          {say('listAsks', { yuan: formatFen(listed.labourFen) })}
        </span>
      )}
    </>
  );
}
