import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../Icon.tsx';
import type { MenuEntry } from '../module.ts';
import { thumbEntries } from '../modules.ts';
import { Sheet } from '../Sheet.tsx';
import { useLanguage, useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { MenuLinks } from './SideMenu.tsx';

/** The phone's menu, where the thumb is: the four pages of this person's day, and a sheet with the rest. */
export function BottomBar(props: { menu: readonly MenuEntry[]; current: MenuEntry | undefined }) {
  const { menu, current } = props;
  const say = useWords(shellWords);
  const language = useLanguage();
  const [isOpen, setIsOpen] = useState(false);
  const near = thumbEntries(menu);
  return (
    <nav className="bottom" aria-label={say('menu')}>
      {near.map((entry) => (
        <Link
          key={entry.path}
          to={entry.path}
          className="bottom-link"
          aria-current={entry === current ? 'page' : undefined}
        >
          <Icon name={entry.icon} size={22} />
          <span>{entry.label[language]}</span>
        </Link>
      ))}
      <button
        type="button"
        className="bottom-link"
        aria-haspopup="dialog"
        aria-current={current && !near.includes(current) ? 'page' : undefined}
        onClick={() => setIsOpen(true)}
      >
        <Icon name="more" size={22} />
        <span>{say('more')}</span>
      </button>
      {isOpen && (
        <Sheet title={say('menu')} onClose={() => setIsOpen(false)}>
          <div className="menu-sheet">
            <MenuLinks menu={menu} current={current} onGo={() => setIsOpen(false)} />
          </div>
        </Sheet>
      )}
    </nav>
  );
}
