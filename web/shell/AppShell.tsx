import { Outlet, useLocation, useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useState } from 'react';
import { useHotkey } from '../hotkeys.ts';
import type { MenuEntry } from '../module.ts';
import { entryAt, noticeSourceOf, useMenu, useModules } from '../modules.ts';
import { usePreferences } from '../preferences.ts';
import { useIsPhone } from '../useMedia.ts';
import { useLanguage, useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { BottomBar } from './BottomBar.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { KeyboardSheet } from './KeyboardSheet.tsx';
import { NoticeBell } from './NoticeBell.tsx';
import { OfflineBanner } from './OfflineBanner.tsx';
import { SearchBox } from './SearchBox.tsx';
import { SideMenu } from './SideMenu.tsx';
import './shell.css';
import { useShellCommands } from './useShellCommands.ts';

/** `g c`: the keys of one menu entry or command. */
function GoKey({ keys, label, run }: { keys: string; label: string; run: () => void }) {
  useHotkey({ keys, label, group: 'everywhere', run });
  return null;
}

function MenuKeys({ menu }: { menu: readonly MenuEntry[] }) {
  const language = useLanguage();
  const navigate = useNavigate();
  return menu.map(
    ({ keys, path, label }) =>
      keys && (
        <GoKey
          key={path}
          keys={keys}
          label={label[language]}
          run={() => void navigate({ to: path })}
        />
      ),
  );
}

/** The keys of commands that are no page of the menu. */
function CommandKeys({ menu }: { menu: readonly MenuEntry[] }) {
  const isPage = (key: string) => menu.some(({ path }) => path === key);
  return useShellCommands().map(
    ({ key, keys, label, run }) =>
      keys && !isPage(key) && <GoKey key={key} keys={keys} label={label} run={run} />,
  );
}

/** A new page begins at its top and is named in the title of the tab, which a screen reader reads out. */
function useArrival(current: MenuEntry | undefined, pathname: string): void {
  const say = useWords(shellWords);
  const language = useLanguage();
  const place = current?.label[language];
  useEffect(() => {
    document.title = place ? `${place} · ${say('product')}` : say('product');
  }, [place, say]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what makes it another page
  useEffect(() => window.scrollTo(0, 0), [pathname]);
}

/** What stands around every page: menu, the one search box, the bell and the account. */
export function AppShell() {
  const say = useWords(shellWords);
  const modules = useModules();
  const menu = useMenu();
  const { pathname } = useLocation();
  const isPhone = useIsPhone();
  const isNarrow = usePreferences().menu === 'narrow';
  const [open, setOpen] = useState<'palette' | 'keyboard' | null>(null);
  const current = entryAt(menu, pathname);
  const Lead = modules.find((module) => module.Lead)?.Lead;
  const Ringing = modules.find((module) => module.Ringing)?.Ringing;
  const sources = modules.flatMap(({ search }) => search ?? []);
  useArrival(current, pathname);
  useHotkey({
    keys: 'mod+shift+p',
    label: say('palette'),
    group: 'everywhere',
    run: () => setOpen('palette'),
  });
  useHotkey({
    keys: '?',
    label: say('keyboard'),
    group: 'everywhere',
    run: () => setOpen('keyboard'),
  });
  return (
    <div className={`shell ${isNarrow ? 'shell-narrow' : ''}`}>
      <a className="skip" href="#page-content">
        {say('skipToContent')}
      </a>
      {!isPhone && <SideMenu menu={menu} current={current} />}
      <div className="shell-main">
        <header className="top">
          <SearchBox sources={sources} />
          <div className="top-end">
            <NoticeBell useNotices={noticeSourceOf(modules)} />
            <AccountMenu onKeyboard={() => setOpen('keyboard')} />
          </div>
        </header>
        <OfflineBanner />
        <Suspense>{Lead && <Lead />}</Suspense>
        <Suspense>{Ringing && <Ringing />}</Suspense>
        <main id="page-content" tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      {isPhone && <BottomBar menu={menu} current={current} />}
      <MenuKeys menu={menu} />
      <CommandKeys menu={menu} />
      {open === 'palette' && <CommandPalette onClose={() => setOpen(null)} />}
      {open === 'keyboard' && <KeyboardSheet onClose={() => setOpen(null)} />}
    </div>
  );
}
