import { createContext, useContext, useMemo } from 'react';
import {
  type Command,
  type MenuEntry,
  type MenuGroup,
  menuGroups,
  type NoticeSource,
  type WebModule,
} from './module.ts';
import { mayUse, type Session, useSession } from './session.ts';

export const ModulesContext = createContext<readonly WebModule[]>([]);

export const useModules = (): readonly WebModule[] => useContext(ModulesContext);

const byOrder = (one: MenuEntry, other: MenuEntry) =>
  menuGroups.indexOf(one.group) - menuGroups.indexOf(other.group) || one.order - other.order;

/** What this person finds in the menu, in its order. */
function menuFor(modules: readonly WebModule[], session: Session): MenuEntry[] {
  const entries = modules.flatMap(({ menu }) => menu);
  return entries.filter(({ permissions }) => mayUse(session, permissions)).sort(byOrder);
}

export function useMenu(): MenuEntry[] {
  const modules = useModules();
  const session = useSession();
  return useMemo(() => menuFor(modules, session), [modules, session]);
}

/** The menu by its groups, empty ones left out. */
export const grouped = (menu: readonly MenuEntry[]): [MenuGroup, MenuEntry[]][] =>
  menuGroups
    .map((group): [MenuGroup, MenuEntry[]] => [
      group,
      menu.filter((entry) => entry.group === group),
    ])
    .filter(([, entries]) => entries.length > 0);

/** At most four under the thumb: those that ask for it, best place first; then what the menu begins with. */
export function thumbEntries(menu: readonly MenuEntry[]): MenuEntry[] {
  const asking = menu.filter(({ phone }) => phone !== undefined);
  const rest = menu.filter(({ phone }) => phone === undefined);
  return [...asking.sort((one, other) => one.phone! - other.phone!), ...rest].slice(0, 4);
}

export function commandsFor(modules: readonly WebModule[], session: Session): Command[] {
  const commands = modules.flatMap((module) => module.commands ?? []);
  return commands.filter(({ permissions }) => mayUse(session, permissions));
}

/** Where the day begins: the home that the role names, else the first page of the menu. */
export function homeFor(modules: readonly WebModule[], session: Session): string | undefined {
  const homes = modules.flatMap((module) => module.homes ?? []);
  const own = homes.find(({ name }) => name === session.home);
  return own?.path ?? menuFor(modules, session)[0]?.path;
}

const noNotices: NoticeSource = () => ({
  notices: [],
  unread: 0,
  isLoading: false,
  markRead: () => undefined,
});

export const noticeSourceOf = (modules: readonly WebModule[]): NoticeSource =>
  modules.find(({ useNotices }) => useNotices)?.useNotices ?? noNotices;

/** The entry that the address belongs to: the longest path that it begins with. */
export function entryAt(menu: readonly MenuEntry[], pathname: string): MenuEntry | undefined {
  const holds = menu.filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`));
  return holds.sort((one, other) => other.path.length - one.path.length)[0];
}
