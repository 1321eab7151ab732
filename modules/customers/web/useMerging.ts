import type { FormInstance } from 'antd';
import { useCallback, useState } from 'react';

export interface Conflict {
  key: string;
  mine: unknown;
  theirs: unknown;
}

const empty = (value: unknown) => value === undefined || value === null || value === '';
const isSame = (one: unknown, other: unknown) => one === other || (empty(one) && empty(other));

/** What of a record a form changed, field by field; a field that was emptied is sent as `null` or ''. */
export function changedOf<Values extends object>(
  base: object,
  typed: Values,
  keys: readonly string[],
): Partial<Values> {
  const [before, now] = [base, typed] as Record<string, unknown>[];
  const changed = keys.filter((key) => !isSame(before![key], now![key]));
  return Object.fromEntries(changed.map((key) => [key, now![key] ?? null])) as Partial<Values>;
}

/**
 * Two people edit one record: when the second is refused (412), what only the colleague changed comes into the form,
 * what both changed stands side by side, and nothing typed is lost.
 */
export function useMerging<Value extends { version: number }>(
  form: FormInstance,
  first: Value,
  read: () => Promise<Value>,
) {
  const [base, setBase] = useState(first);
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const merge = useCallback(
    async (keys: readonly string[]) => {
      const current = await read();
      const [before, now] = [base, current] as unknown as Record<string, unknown>[];
      const typed = form.getFieldsValue() as Record<string, unknown>;
      const theirs = keys.filter((key) => !isSame(now![key], before![key]));
      for (const key of theirs) {
        if (isSame(typed[key], before![key])) form.setFieldValue(key, now![key]);
      }
      const both = theirs.filter(
        (key) => !isSame(typed[key], before![key]) && !isSame(typed[key], now![key]),
      );
      setConflicts(both.map((key) => ({ key, mine: typed[key], theirs: now![key] })));
      setBase(current);
    },
    [base, form, read],
  );
  const choose = useCallback(
    (conflict: Conflict, value: unknown) => {
      form.setFieldValue(conflict.key, value);
      setConflicts((open) => open.filter(({ key }) => key !== conflict.key));
    },
    [form],
  );
  return { base, conflicts, merge, choose };
}
