import { useNavigate } from '@tanstack/react-router';
import { useEffect, useId, useRef, useState } from 'react';
import type { SearchItem } from '#web/module.ts';
import { FoundList } from '#web/shell/FoundList.tsx';
import '#web/shell/search.css';
import { readPlate } from '#shared/plates.ts';
import { useChoices } from '#web/shell/useChoices.ts';
import { useFound } from '#web/shell/useFound.ts';
import type { Looked } from './ReceptionPage.tsx';
import { receptionSearch, vehicleKey } from './source.tsx';
import { useReceptionWords } from './useReceptionWords.ts';

const sources = [receptionSearch];
/** A whole plate has seven characters; shorter text is the end of one. */
const wholePlate = 7;

const isLikeAPlate = (typed: string) =>
  readPlate(typed).kind === 'plate' ||
  (/^\p{Script=Han}?[\p{L}\d]/u.test(typed) && typed.length >= wholePlate && /\d/.test(typed));

/**
 * The plate field: answers while typing, ↑↓ points, Enter opens. Whoever types faster than the answer comes may
 * press Enter at once: it is kept until then.
 */
export function PlateField(props: { hasFocus: boolean; onLooked: (looked: Looked) => void }) {
  const { hasFocus, onLooked } = props;
  const { say } = useReceptionWords();
  const id = useId();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [isEntered, setIsEntered] = useState(false);
  const typed = text.trim();
  const found = useFound(sources, typed);
  const items = found.groups.flatMap((group) => group.items);
  const open = (item: SearchItem) => void navigate({ to: item.to });
  const { index, setIndex, onKeyDown } = useChoices(items, open);
  const isDone = found.state === 'done';
  const hasCar = items.some(({ key }) => key.startsWith(vehicleKey));
  const unknown = isDone && !hasCar && isLikeAPlate(typed) ? typed : undefined;
  const pointed = items[index];
  useEffect(() => onLooked({ typed, pointed, unknown }), [onLooked, typed, pointed, unknown]);
  useEffect(() => {
    if (!isEntered || !isDone) return;
    setIsEntered(false);
    if (pointed) void navigate({ to: pointed.to });
  }, [isEntered, isDone, pointed, navigate]);
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  return (
    <div className="plate-field">
      <label htmlFor={`${id}-field`} className="visually-hidden">
        {say('plateField')}
      </label>
      <input
        ref={input}
        id={`${id}-field`}
        type="text"
        role="combobox"
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="search"
        maxLength={60}
        aria-expanded={typed !== ''}
        aria-controls={id}
        aria-activedescendant={items.length > 0 ? `${id}-${index}` : undefined}
        placeholder={say('plateHint')}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setIndex(0);
          setIsEntered(false);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setText('');
          else if (isDone) onKeyDown(event);
          else if (event.key === 'Enter' && !event.nativeEvent.isComposing) setIsEntered(true);
        }}
      />
      {typed === '' ? (
        <p className="plate-help soft">{say('plateHelp')}</p>
      ) : (
        !unknown && (
          <FoundList
            id={id}
            found={found}
            typed={typed}
            index={index}
            onPoint={setIndex}
            onOpen={open}
          />
        )
      )}
    </div>
  );
}
