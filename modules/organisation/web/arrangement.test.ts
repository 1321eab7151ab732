import { expect, test } from 'vitest';
import type { OrgUnit } from '../contract.ts';
import { arranged, wishOfDrop, wishOfKey } from './arrangement.ts';

const unit = (id: string, parentId: string | null, more: Partial<OrgUnit> = {}) =>
  ({
    ...{ id, parentId, tier: 'shop', name: id, path: `1.${id}.`, position: 1, closedAt: null },
    ...more,
  }) as OrgUnit;
const top = unit('top', null, { tier: 'headquarters', path: '1.' });
const north = unit('north', 'top', { tier: 'agent', path: '1.1.' });
const south = unit('south', 'top', { tier: 'agent', path: '1.2.', position: 2 });
const east = unit('east', 'north', { path: '1.1.1.' });
const west = unit('west', 'north', { path: '1.1.2.', position: 2 });
const all = arranged([top, west, north, south, east]);
const of = (id: string) => all.find((one) => one.unit.id === id)!;

test('ORG-01 the tree reads from the top, siblings in their order', () => {
  expect(all.map(({ unit: { id }, depth }) => [id, depth])).toEqual([
    ['top', 0],
    ['north', 1],
    ['east', 2],
    ['west', 2],
    ['south', 1],
  ]);
});

test.each([
  ['ArrowUp', 'west', { kind: 'order', position: 1 }],
  ['ArrowUp', 'east', { kind: 'none', why: 'cannotFirst' }],
  ['ArrowDown', 'east', { kind: 'order', position: 2 }],
  ['ArrowRight', 'south', { kind: 'none', why: 'cannotIn' }],
  ['ArrowLeft', 'east', { kind: 'move', parent: top }],
  ['ArrowLeft', 'north', { kind: 'none', why: 'cannotOut' }],
  ['Enter', 'east', undefined],
])('ORG-01 Alt with %s on %s', (key, id, wish) => {
  expect(wishOfKey(key, of(id), all)).toEqual(wish);
});

test('ORG-01 a drop on a sibling changes the order, on an agent the unit above, on a shop nothing', () => {
  expect(wishOfDrop(of('west'), of('east'))).toEqual({ kind: 'order', position: 1 });
  expect(wishOfDrop(of('west'), of('south'))).toEqual({ kind: 'move', parent: south });
  expect(wishOfDrop(of('north'), of('east'))).toBeUndefined();
});
