import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useHotkey } from '../hotkeys.ts';
import { Icon } from '../Icon.tsx';
import type { SearchItem, SearchSource } from '../module.ts';
import { Sheet } from '../Sheet.tsx';
import { useIsPhone } from '../useMedia.ts';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { CommandList } from './CommandPalette.tsx';
import { FoundList } from './FoundList.tsx';
import './search.css';
import { useChoices } from './useChoices.ts';
import { type Found, useFound } from './useFound.ts';
import { type Choice, commandsLike, useShellCommands } from './useShellCommands.ts';

interface SearchProps {
  sources: readonly SearchSource[];
  onDone: () => void;
  /** Lays out input and answers: under the box at the desk, as a page on a phone. */
  children: (input: ReactNode, answers: ReactNode) => ReactNode;
  isOpen: boolean;
  onOpen?: () => void;
}

/** What the keys walk over: found records, or commands after `>`. */
function useAnswers(sources: readonly SearchSource[], typed: string) {
  const asksCommand = /^[>》＞]/.test(typed);
  const found: Found = useFound(sources, asksCommand ? '' : typed);
  const all = useShellCommands();
  const commands = asksCommand ? commandsLike(all, typed.slice(1)) : [];
  const items = found.groups.flatMap((group) => group.items);
  return { asksCommand, found, commands, items };
}

function Search({ sources, onDone, children, isOpen, onOpen }: SearchProps) {
  const say = useWords(shellWords);
  const id = useId();
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const { asksCommand, found, commands, items } = useAnswers(sources, typed);
  const leave = () => {
    setTyped('');
    input.current?.blur();
    onDone();
  };
  const open = (chosen: SearchItem | Choice) => {
    leave();
    if ('run' in chosen) chosen.run();
    else void navigate({ to: chosen.to });
  };
  const choices: readonly (SearchItem | Choice)[] = asksCommand ? commands : items;
  const { index, setIndex, onKeyDown } = useChoices(choices, open);
  const focus = () => {
    input.current?.focus();
    input.current?.select();
  };
  useHotkey({ keys: '/', label: say('search'), group: 'everywhere', run: focus });
  useHotkey({ keys: 'mod+k', label: say('search'), group: 'everywhere', run: focus });
  const list = { id, index, onPoint: setIndex };
  const answers = asksCommand ? (
    <CommandList {...list} commands={commands} onRun={open} />
  ) : (
    <FoundList {...list} found={found} typed={typed.trim()} onOpen={open} />
  );
  return children(
    <div className="search-input">
      <Icon name="search" />
      <input
        ref={input}
        type="search"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="go"
        aria-expanded={isOpen}
        aria-controls={id}
        aria-activedescendant={choices.length > 0 ? `${id}-${index}` : undefined}
        aria-label={say('search')}
        placeholder={say('searchHint')}
        value={typed}
        onFocus={onOpen}
        onChange={({ target }) => {
          setTyped(target.value);
          setIndex(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') leave();
          else onKeyDown(event);
        }}
      />
      {typed === '' && <kbd className="for-keyboard">/</kbd>}
    </div>,
    answers,
  );
}

/** The one box: always in sight at the desk. */
function DeskSearch({ sources }: { sources: readonly SearchSource[] }) {
  const [isOpen, setIsOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that the focus has left
    <div
      ref={box}
      className="search"
      onBlur={({ relatedTarget }) => {
        if (!box.current?.contains(relatedTarget)) setIsOpen(false);
      }}
    >
      <Search
        sources={sources}
        isOpen={isOpen}
        onOpen={() => setIsOpen(true)}
        onDone={() => setIsOpen(false)}
      >
        {(input, answers) => (
          <>
            {input}
            <div
              className="search-answers"
              hidden={!isOpen}
              onPointerDown={(event) => event.preventDefault()}
            >
              {answers}
            </div>
          </>
        )}
      </Search>
    </div>
  );
}

function PhoneSearch({ sources }: { sources: readonly SearchSource[] }) {
  const say = useWords(shellWords);
  const [isOpen, setIsOpen] = useState(false);
  const close = () => setIsOpen(false);
  return (
    <>
      <button type="button" className="search-opens" onClick={() => setIsOpen(true)}>
        <Icon name="search" />
        <span>{say('searchShort')}</span>
      </button>
      {isOpen && (
        <Sheet title={say('search')} place="top" bare onClose={close}>
          <Search sources={sources} isOpen onDone={close}>
            {(input, answers) => (
              <>
                <div className="palette-input">
                  {input}
                  <button type="button" className="plain-button" onClick={close}>
                    {say('cancel')}
                  </button>
                </div>
                {answers}
              </>
            )}
          </Search>
        </Sheet>
      )}
    </>
  );
}

/** Plate or its tail, name, pinyin, phone tail, VIN tail, order number: one box, answers while typing. */
export function SearchBox({ sources }: { sources: readonly SearchSource[] }) {
  return useIsPhone() ? <PhoneSearch sources={sources} /> : <DeskSearch sources={sources} />;
}
