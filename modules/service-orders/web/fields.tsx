import { Radio } from 'antd';
import { YuanField as Yuan, type YuanFieldProps } from '#web/YuanField.tsx';

/** An amount typed in yuan and kept in fen, as wide as a line of an order has room for. */
export const YuanField = ({ className = '', ...rest }: YuanFieldProps) => (
  <Yuan {...rest} className={`order-yuan-field ${className}`} />
);

/** One of a few, each a press wide: nothing to open first. */
export function Choice<Value extends string>(props: {
  options: readonly (readonly [Value, string])[];
  value?: Value;
  onChange?: (value: Value) => void;
  label?: string;
  size?: 'small' | 'middle' | 'large';
}) {
  const { options, value, onChange, label, size = 'middle' } = props;
  return (
    <Radio.Group
      className="order-one-of-few"
      optionType="button"
      buttonStyle="solid"
      size={size}
      aria-label={label}
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      options={options.map(([code, word]) => ({ value: code, label: word }))}
    />
  );
}

/** Enter goes to the next field of the table; in the last one `onEnd` adds a line. */
export function enterGoesOn(event: React.KeyboardEvent<HTMLElement>, onEnd: () => void): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing)
    return;
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLElement>('[data-field]:not(:disabled)')];
  // After the field itself; from a choice beside the fields, the next one below it.
  const next = fields.find(
    (field) => target.compareDocumentPosition(field) & Node.DOCUMENT_POSITION_FOLLOWING,
  );
  if (next) next.focus();
  else onEnd();
}
