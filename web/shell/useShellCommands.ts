import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { IconName } from '../Icon.tsx';
import { commandsFor, useMenu, useModules } from '../modules.ts';
import { prefer } from '../preferences.ts';
import { useSession } from '../session.ts';
import { fill, useLanguage } from '../useWords.ts';
import { shellWords } from '../words.ts';

/** A command as the palette lists it. */
export interface Choice {
  key: string;
  label: string;
  icon: IconName;
  keys?: string;
  /** All that it may be found by, in small letters. */
  found: string;
  run: () => void;
}

const screenCommands = [
  { word: 'light', icon: 'sun', change: { theme: 'light' } },
  { word: 'dark', icon: 'moon', change: { theme: 'dark' } },
  { word: 'densityCompact', icon: 'board', change: { density: 'compact' } },
  { word: 'densityNormal', icon: 'board', change: { density: 'normal' } },
  { word: 'chinese', icon: 'language', change: { language: 'zh-CN' } },
  { word: 'english', icon: 'language', change: { language: 'en' } },
] as const;

/** What the modules offer first, then every page of the menu, then the screen's own settings. */
export function useShellCommands(): Choice[] {
  const modules = useModules();
  const menu = useMenu();
  const session = useSession();
  const language = useLanguage();
  const navigate = useNavigate();
  return useMemo(() => {
    const go = (to: string) => () => void navigate({ to });
    const own = commandsFor(modules, session).map(
      (command): Choice => ({
        key: command.key,
        label: command.label[language],
        icon: command.icon ?? 'command',
        keys: command.keys,
        found: Object.values(command.label)
          .concat(command.also ?? '')
          .join(' ')
          .toLowerCase(),
        run: command.run ?? go(command.to ?? '/'),
      }),
    );
    const pages = menu.map(
      (entry): Choice => ({
        key: entry.path,
        label: fill(shellWords[language].goTo, { place: entry.label[language] }),
        icon: entry.icon,
        keys: entry.keys,
        found: `${Object.values(entry.label).join(' ')} ${entry.path}`.toLowerCase(),
        run: go(entry.path),
      }),
    );
    const screen = screenCommands.map(
      ({ word, icon, change }): Choice => ({
        key: word,
        label: shellWords[language][word],
        icon,
        found: `${shellWords['zh-CN'][word]} ${shellWords.en[word]}`.toLowerCase(),
        run: () => prefer(change),
      }),
    );
    return [...own, ...pages, ...screen];
  }, [modules, menu, session, language, navigate]);
}

/** Every part that was typed must occur. */
export function commandsLike(choices: readonly Choice[], typed: string): Choice[] {
  const parts = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return choices.filter(({ found }) => parts.every((part) => found.includes(part)));
}
