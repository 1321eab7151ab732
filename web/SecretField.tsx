import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** A secret of a connection inside a `Form.Item`: what is kept is never shown, and stays where the field is left empty. */
export function SecretField({
  isKept = false,
  ...field
}: ComponentProps<typeof Input.Password> & { isKept?: boolean | undefined }) {
  const say = useWords(shellWords);
  return (
    <Input.Password
      maxLength={200}
      autoComplete="new-password"
      placeholder={isKept ? say('secretKept') : undefined}
      {...field}
    />
  );
}
