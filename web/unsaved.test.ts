import { expect, test } from 'vitest';
import {
  collidingIn,
  nothingUnsaved,
  settled,
  type Unsaved,
  withChange,
  withoutSent,
} from './unsaved.ts';

interface Written {
  customerWords: string;
  valuables: string;
}
const emptyContent: Written = { customerWords: '', valuables: '' };
const nothing: Unsaved<Written> = nothingUnsaved;

const typed = withChange(nothing, { customerWords: '刹车响' }, emptyContent);

test('WSH-01 a field that another device changed meanwhile is not written over unseen', () => {
  expect(collidingIn(typed, emptyContent)).toEqual([]);
  const theirs = { ...emptyContent, customerWords: '空调不凉' };
  expect(collidingIn(typed, theirs)).toEqual(['customerWords']);
  expect(collidingIn(typed, { ...emptyContent, valuables: '伞' })).toEqual([]);
});

test('WSH-01 whoever chose his own writes it; whoever chose theirs has nothing left to write', () => {
  const theirs = { ...emptyContent, customerWords: '空调不凉' };
  const mine = settled(typed, ['customerWords'], 'mine', theirs);
  expect([collidingIn(mine, theirs), mine.change]).toEqual([[], { customerWords: '刹车响' }]);
  expect(settled(typed, ['customerWords'], 'theirs', theirs)).toEqual(nothingUnsaved);
});

test('WSH-01 what is typed while the last word is under way goes out with the next one', () => {
  const sent = typed.change;
  const more = withChange(typed, { customerWords: '刹车响，抖' }, emptyContent);
  const left = withoutSent(more, sent);
  expect(left.change).toEqual({ customerWords: '刹车响，抖' });
  expect(collidingIn(left, { ...emptyContent, customerWords: '刹车响' })).toEqual([]);
  expect(withoutSent(typed, sent)).toEqual(nothingUnsaved);
});
