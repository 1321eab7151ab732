import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Icon } from '../Icon.tsx';
import type { MenuEntry } from '../module.ts';
import { grouped } from '../modules.ts';
import { prefer, usePreferences } from '../preferences.ts';
import { useSession } from '../session.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { Brand } from './Brand.tsx';
import { groupWords } from './groups.ts';

interface MenuLinksProps {
  menu: readonly MenuEntry[];
  current: MenuEntry | undefined;
  onGo?: () => void;
}

/** The menu's entries under their groups; the same in the side bar and in the phone's sheet. */
export function MenuLinks({ menu, current, onGo }: MenuLinksProps) {
  const language = useLanguage();
  return grouped(menu).map(([group, entries]) => (
    <section key={group} className="menu-group" aria-label={groupWords[language][group]}>
      <h2>{groupWords[language][group]}</h2>
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Link
              to={entry.path}
              className="menu-link"
              aria-current={entry === current ? 'page' : undefined}
              title={entry.label[language]}
              onClick={onGo}
            >
              <Icon name={entry.icon} />
              <span>{entry.label[language]}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}

export function SideMenu(props: { menu: readonly MenuEntry[]; current: MenuEntry | undefined }) {
  const say = useWords(shellWords);
  const { orgUnitName } = useSession();
  const isNarrow = usePreferences().menu === 'narrow';
  const links = useRef<HTMLElement>(null);
  const here = props.current?.path;
  // A long menu shows where one is, also after a jump by key or by address.
  useEffect(() => {
    if (here === undefined) return;
    links.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <aside className="side">
      <Brand name={orgUnitName} />
      <nav ref={links} className="side-links" aria-label={say('menu')}>
        <MenuLinks {...props} />
      </nav>
      <button
        type="button"
        className="menu-link side-fold"
        title={say(isNarrow ? 'openMenu' : 'narrowMenu')}
        onClick={() => prefer({ menu: isNarrow ? 'open' : 'narrow' })}
      >
        <Icon name={isNarrow ? 'widen' : 'narrow'} />
        <span>{say(isNarrow ? 'openMenu' : 'narrowMenu')}</span>
      </button>
    </aside>
  );
}
