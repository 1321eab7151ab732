import { Input, type InputProps, Radio } from 'antd';
import { useState } from 'react';
import { formatFen, readFen } from '#shared/money.ts';

interface YuanFieldProps extends Omit<InputProps, 'value' | 'onChange'> {
  /** In fen. */
  value?: number | null;
  onChange?: (fen: number | undefined) => void;
}

/** An amount typed in yuan and kept in fen; what cannot be read stays as typed, and is marked. */
export function YuanField({ value, onChange, ...rest }: YuanFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === undefined || value === null ? '' : formatFen(value));
  const isWrong = typed !== null && typed !== '' && readFen(typed).kind === 'faulty';
  return (
    <Input
      {...rest}
      inputMode="decimal"
      autoComplete="off"
      className={`order-yuan-field ${rest.className ?? ''}`}
      status={isWrong ? 'error' : undefined}
      value={shown}
      onChange={(event) => {
        const text = event.target.value;
        const read = readFen(text);
        setTyped(text);
        onChange?.(read.kind === 'money' && read.fen >= 0 ? read.fen : undefined);
      }}
      onBlur={() => !isWrong && setTyped(null)}
    />
  );
}

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
  if (!(event.target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-field]')];
  const at = fields.indexOf(event.target);
  const next = fields[at + 1];
  if (next) next.focus();
  else onEnd();
}
