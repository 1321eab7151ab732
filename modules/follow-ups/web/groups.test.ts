import { expect, test } from 'vitest';
import type { DueFollowUp } from '../contract.ts';
import { byWhatIsLost, followUpRuleKeys } from '../locales/vocabulary.ts';
import { kindsOf } from './groups.ts';

const due = (id: string, rule: DueFollowUp['rule'], hasComplaint = false) =>
  ({ id, rule, hasComplaint, hasMatter: false }) as DueFollowUp;

test('ARC-04 by kind the list begins with what is lost most, and with whom a complaint is open', () => {
  const rows = [
    due('a', 'segment'),
    due('b', 'first'),
    due('c', 'missed'),
    due('d', 'first', true),
  ];
  expect(kindsOf(rows).map(({ key, rows: ofKind }) => [key, ofKind.map(({ id }) => id)])).toEqual([
    ['missed', ['c']],
    ['first', ['d', 'b']],
    ['segment', ['a']],
  ]);
});

test('every kind of call has its place in that order', () => {
  expect([...byWhatIsLost].sort()).toEqual([...followUpRuleKeys].sort());
});
