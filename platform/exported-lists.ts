import type { ReplyOf, Route } from '#shared/route.ts';
import type { ColumnKind, SheetValue } from './sheets/table.ts';
import type { Work } from './work.ts';

/** What one page of a list holds, row by row. */
export type ItemOf<R extends Route> =
  ReplyOf<R> extends { items: readonly (infer Item)[] } ? Item : never;

/** A word of the list’s module, in the language of the file. */
export type Say = (word: string) => string;

type Words<Word extends string> = Readonly<Record<'zh-CN' | 'en', Readonly<Record<Word, string>>>>;

/** A column of a list in its file. `instant` is written as the house’s clock showed it. */
export interface ExportedColumn<Line> {
  key: string;
  /** The column of the screen that shows it, where it is called otherwise there. */
  shownAs?: string;
  word: string;
  kind?: ColumnKind | 'instant';
  width?: number;
  /** Its middle is hidden unless telephones were asked for in full. */
  isPhone?: true;
  of(line: Line, say: Say): SheetValue;
}

interface Spec<R extends Route, Line, Word extends string> {
  route: R;
  /** What the list is called. */
  title: Word;
  words: Words<Word>;
  columns: readonly (ExportedColumn<Line> & { word: Word })[];
  /** Where one item of the list is several lines of the file: a customer with two cars. */
  lines?: (item: ItemOf<R>) => readonly Line[];
  /** The same items with telephones in full, for who holds the permission and says that he wants it (ARC-10). */
  whole?: {
    permission: string;
    of: (work: Work, items: readonly ItemOf<R>[]) => Promise<readonly ItemOf<R>[]>;
  };
}

/** A list that can be taken out as a workbook, its types put away. */
export interface ExportedList {
  route: Route;
  title: string;
  words: Words<string>;
  columns: readonly ExportedColumn<unknown>[];
  lines: (item: unknown) => readonly unknown[];
  whole?: {
    permission: string;
    of: (work: Work, items: readonly unknown[]) => Promise<readonly unknown[]>;
  };
}

const lists = new Map<string, ExportedList>();

/** A module says once how its list stands in a workbook; the button, the budget and the record come with it (ARC-09). */
export function exportList<R extends Route, Word extends string, Line = ItemOf<R>>(
  spec: Spec<R, Line, Word>,
): void {
  if (lists.has(spec.route.id)) throw new Error(`${spec.route.id} is exported twice`);
  lists.set(spec.route.id, { lines: (item: unknown) => [item], ...spec } as never as ExportedList);
}

/** The list of this route, if it can be taken out. */
export const exportedList = (routeId: string): ExportedList | undefined => lists.get(routeId);

/** Every list that can be taken out. */
export const exportedLists = (): readonly ExportedList[] => [...lists.values()];
