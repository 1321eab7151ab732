import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { useHotkey } from './hotkeys.ts';
import type { ResourceTableProps } from './ResourceTable.tsx';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

/** The row that the keyboard stands on: j and k move it, Enter opens it. */
export function useRowKeys<Row>({ list, to, onOpen }: ResourceTableProps<Row>) {
  const say = useWords(shellWords);
  const navigate = useNavigate();
  const box = useRef<HTMLDivElement>(null);
  const [chosen, setChosen] = useState(-1);
  const last = list.rows.length - 1;
  const current = Math.min(chosen, last);
  const open = (row: Row) => {
    if (onOpen) onOpen(row);
    else if (to) void navigate({ to: to(row) });
  };
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(index, last));
    setChosen(next);
    const row = box.current?.querySelectorAll<HTMLElement>('[data-row]')[next];
    row?.scrollIntoView({ block: 'nearest' });
  };
  const canOpen = to !== undefined || onOpen !== undefined;
  const isUsed = last >= 0;
  useHotkey(
    isUsed
      ? { keys: 'j', label: say('keyNext'), group: 'list', run: () => moveTo(current + 1) }
      : null,
  );
  useHotkey(
    isUsed
      ? { keys: 'k', label: say('keyPrevious'), group: 'list', run: () => moveTo(current - 1) }
      : null,
  );
  const openCurrent = () => {
    const row = list.rows[current];
    if (row !== undefined) open(row);
  };
  useHotkey(
    canOpen && current >= 0
      ? { keys: 'Enter', label: say('keyOpen'), group: 'list', run: openCurrent }
      : null,
  );
  return { current, open, box };
}
