import { Input, type InputProps } from 'antd';
import { useState } from 'react';
import { formatFen, readFen } from '#shared/money.ts';

export interface YuanFieldProps extends Omit<InputProps, 'value' | 'onChange'> {
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
