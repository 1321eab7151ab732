import { EmptyState } from '../EmptyState.tsx';
import type { SearchItem } from '../module.ts';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { FoundOption } from './FoundOption.tsx';
import type { Found } from './useFound.ts';

interface FoundListProps {
  id: string;
  found: Found;
  typed: string;
  index: number;
  onPoint: (index: number) => void;
  onOpen: (item: SearchItem) => void;
}

/** What was found, by kind; the keys walk through all kinds as one list. */
export function FoundList({ id, found, typed, index, onPoint, onOpen }: FoundListProps) {
  const say = useWords(shellWords);
  const { state, groups } = found;
  if (state === 'idle') {
    return (
      <div className="found-hint soft">
        <p>{say('searchHint')}</p>
        <p className="for-keyboard">{say('searchKeys')}</p>
      </div>
    );
  }
  if (state === 'failed') return <p className="found-none">{say('searchFailed')}</p>;
  if (groups.length === 0) {
    if (state === 'running') return <p className="found-none soft">{say('searchRunning')}</p>;
    return (
      <EmptyState
        icon="search"
        title={say('searchNothing', { text: typed })}
        next={say('searchNothingNext')}
      />
    );
  }
  const placeOf = new Map(groups.flatMap((group) => group.items).map((item, at) => [item, at]));
  return (
    <div
      id={id}
      role="listbox"
      aria-label={say('search')}
      className="found"
      aria-busy={state === 'running'}
    >
      {groups.map((group) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={group.key} role="group" aria-label={group.title}>
          <p className="found-group">{group.title}</p>
          {group.items.map((item) => {
            const at = placeOf.get(item) ?? 0;
            return (
              <FoundOption
                key={item.key}
                id={`${id}-${at}`}
                isChosen={at === index}
                onPoint={() => onPoint(at)}
                onOpen={() => onOpen(item)}
              >
                <span className="found-title">{item.title}</span>
                {item.note && <span className="found-note">{item.note}</span>}
                {item.side && <span className="found-side">{item.side}</span>}
              </FoundOption>
            );
          })}
        </div>
      ))}
    </div>
  );
}
