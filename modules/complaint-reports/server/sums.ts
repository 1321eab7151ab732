import { complaintKinds, severities } from '#modules/complaints/lifecycle.ts';
import type { Change, Counted } from '../contract.ts';
import { ageBands, reportFigures } from '../lifecycle.ts';

const assessed = ['unassessed', ...severities] as const;
const lists = { kinds: complaintKinds, severities: assessed, ages: ageBands } as const;
type List = keyof typeof lists;

/** All words of a list in their order, with what is counted of each. */
const filled = <Key extends string>(keys: readonly Key[], of: (key: Key) => number) =>
  keys.map((key) => ({ key, complaints: of(key) }));
const within = (rows: readonly { key: string; complaints: number }[], key: string) =>
  rows.find((row) => row.key === key)?.complaints ?? 0;
const added = (of: readonly number[]) => of.reduce((sum, each) => sum + each, 0);

/** Adds up what units reported: counts as they are, figures by value and by base. */
export function summed(of: readonly Counted[]): Counted {
  const list = <L extends List>(name: L) =>
    filled<(typeof lists)[L][number]>(lists[name], (key) =>
      added(of.map((each) => within(each[name], key))),
    );
  const figureOf = (each: Counted, key: string) => each.figures.find((one) => one.key === key);
  return {
    figures: reportFigures.map((key) => ({
      key,
      value: added(of.map((each) => figureOf(each, key)?.value ?? 0)),
      of: added(of.map((each) => figureOf(each, key)?.of ?? 0)),
    })),
    closed: added(of.map(({ closed }) => closed)),
    kinds: list('kinds'),
    severities: list('severities'),
    ages: list('ages'),
    overdue: added(of.map(({ overdue }) => overdue)),
    exceptions: added(of.map(({ exceptions }) => exceptions)),
  };
}

/** What is written into a list of a report from the rows that were counted. */
export const listed = <L extends List>(
  name: L,
  rows: readonly { list: string; key: string; complaints: number }[],
) => {
  const own = rows.filter((row) => row.list === name);
  return filled<(typeof lists)[L][number]>(lists[name], (key) => within(own, key));
};

/** What an edition says otherwise than the one before it. */
export function changesIn(was: Counted, now: Counted): Change[] {
  const before = new Map(linesOf(was));
  return linesOf(now).flatMap(([what, value]) => {
    const former = before.get(what) ?? '0';
    return former === value ? [] : [{ what, was: former, now: value }];
  });
}

function linesOf(counted: Counted): [what: string, value: string][] {
  const list = (name: List) =>
    counted[name].map(({ key, complaints }): [string, string] => [
      `${name}.${key}`,
      String(complaints),
    ]);
  return [
    ...counted.figures.map(({ key, value, of }): [string, string] => [
      key,
      key === 'received' ? String(value) : `${value} / ${of}`,
    ]),
    ['closed', String(counted.closed)],
    ...list('kinds'),
    ...list('severities'),
    ...list('ages'),
    ['overdue', String(counted.overdue)],
    ['exceptions', String(counted.exceptions)],
  ];
}
