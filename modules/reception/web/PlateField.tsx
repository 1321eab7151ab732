import { useEffect, useId, useRef } from 'react';
import { FoundList } from '#web/shell/FoundList.tsx';
import '#web/shell/search.css';
import type { PlateSearch } from './usePlateSearch.ts';
import { useReceptionWords } from './useReceptionWords.ts';

/** The large field of the desk: ↑↓ points at an answer, Enter takes it. */
export function PlateField({ search, hasFocus }: { search: PlateSearch; hasFocus: boolean }) {
  const { say } = useReceptionWords();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const { text, typed, change, found, items, index, setIndex, open, unknown, onKeyDown } = search;
  useEffect(() => {
    if (hasFocus) input.current?.focus();
  }, [hasFocus]);
  return (
    <div className="reception-plate-field">
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={say('plateField')}
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
        onChange={({ target }) => change(target.value)}
        onKeyDown={onKeyDown}
      />
      {typed === '' && <p className="reception-plate-help soft">{say('plateHelp')}</p>}
      {typed !== '' && !unknown && (
        <FoundList
          id={id}
          found={found}
          typed={typed}
          index={index}
          onPoint={setIndex}
          onOpen={open}
        />
      )}
    </div>
  );
}
