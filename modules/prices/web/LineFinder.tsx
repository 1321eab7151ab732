import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Input } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { reading } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { type PriceLine, priceRoutes } from '../contract.ts';
import type { At } from './PriceTable.tsx';
import { usePackageWords } from './usePriceWords.ts';

const looked = 40;
const shown = 8;

/** Whose code begins as what was typed stands first: initials of a name are not meant by who types a code. */
function ranked(items: readonly PriceLine[], typed: string): PriceLine[] {
  const isMeant = ({ code }: PriceLine) => code.toUpperCase().startsWith(typed.toUpperCase());
  const { meant = [], other = [] } = Object.groupBy(items, (item) =>
    isMeant(item) ? 'meant' : 'other',
  );
  return [...meant, ...other].slice(0, shown);
}

/** What is typed is looked up on the list; Enter takes the first, the arrows another. */
export function LineFinder({ at, onPick }: { at: At; onPick: (item: PriceLine) => void }) {
  const { say } = usePackageWords();
  const [typed, setTyped] = useState('');
  const [nth, setNth] = useState(0);
  const field = useRef<HTMLDivElement>(null);
  const q = useDeferredValue(typed.trim());
  const client = useQueryClient();
  const asked = (text: string) =>
    reading(priceRoutes.list, { query: { ...at, q: text, limit: looked } });
  const found = useQuery({ ...asked(q), enabled: q.length >= 2 });
  const items = q.length >= 2 ? ranked(found.data?.items ?? [], q) : [];
  const pick = (item: PriceLine | undefined) => {
    if (!item) return;
    flushSync(() => {
      onPick(item);
      setTyped('');
      setNth(0);
    });
    field.current?.querySelector('input')?.focus();
  };
  /** Who types faster than the list comes gets the first of what he typed, not of what stands there still. */
  const take = async () => {
    const text = typed.trim();
    if (text === q && found.data) pick(items[nth]);
    else if (text.length >= 2) pick(ranked((await client.fetchQuery(asked(text))).items, text)[0]);
  };
  const keyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setNth(Math.max(0, Math.min(items.length - 1, nth + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      void take();
    }
  };
  return (
    <div ref={field} className="price-desk-finder">
      <Input
        value={typed}
        maxLength={60}
        role="combobox"
        aria-expanded={items.length > 0}
        aria-label={say('addLine')}
        placeholder={say('addLine')}
        autoComplete="off"
        prefix={<Icon name="plus" size={16} />}
        onChange={({ target }) => {
          setTyped(target.value);
          setNth(0);
        }}
        onKeyDown={keyDown}
      />
      <div role="listbox" aria-label={say('prices')} hidden={items.length === 0}>
        {items.map((item, each) => (
          <div
            key={item.id}
            role="option"
            tabIndex={-1}
            aria-selected={each === nth}
            onPointerDown={(event) => {
              event.preventDefault();
              pick(item);
            }}
          >
            <span className="figures soft">{item.code}</span> {item.name}
            {item.amountFen !== null && <Money fen={item.amountFen} />}
          </div>
        ))}
      </div>
      {q.length >= 2 && found.data && items.length === 0 && (
        <p className="soft">{say('nothingFound')}</p>
      )}
    </div>
  );
}
