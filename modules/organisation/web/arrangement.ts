import { type OrgUnit, tiers } from '../contract.ts';

/** A unit as it stands in the tree that one sees. */
export interface Placed {
  unit: OrgUnit;
  parent?: OrgUnit;
  depth: number;
  below: number;
  /** Its siblings in their order, itself among them. */
  siblings: readonly OrgUnit[];
  /** From 0. */
  at: number;
}

/** Parents before children, siblings in their order. What stands below something unseen stands at the top. */
export function arranged(units: readonly OrgUnit[]): Placed[] {
  const seen = new Map(units.map((unit) => [unit.id, unit]));
  const children = new Map<string | null, OrgUnit[]>();
  for (const unit of units) {
    const key = unit.parentId !== null && seen.has(unit.parentId) ? unit.parentId : null;
    children.set(key, [...(children.get(key) ?? []), unit]);
  }
  const inOrder = (one: OrgUnit, other: OrgUnit) =>
    one.position - other.position || (one.path < other.path ? -1 : 1);
  const below = (key: string | null, depth: number): Placed[] => {
    const siblings = (children.get(key) ?? []).sort(inOrder);
    return siblings.flatMap((unit, at) => [
      {
        ...{ unit, parent: key === null ? undefined : seen.get(key), depth, siblings, at },
        below: children.get(unit.id)?.length ?? 0,
      },
      ...below(unit.id, depth + 1),
    ]);
  };
  return below(null, 0);
}

/** Whether a unit may come to stand below another: a lower tier, not below itself, and not where nothing new is made. */
export const mayStandBelow = (unit: OrgUnit, parent: OrgUnit): boolean =>
  tiers.indexOf(parent.tier) < tiers.indexOf(unit.tier) &&
  !parent.path.startsWith(unit.path) &&
  parent.id !== unit.parentId &&
  (parent.closedAt === null || unit.closedAt !== null);

/** What a key or a drop means: another place among its siblings, or another unit above it. */
export type Wish =
  | { kind: 'order'; position: number }
  | { kind: 'move'; parent: OrgUnit }
  | { kind: 'none'; why: 'cannotFirst' | 'cannotLast' | 'cannotIn' | 'cannotOut' };

/** Alt with an arrow: up and down among siblings, right below the unit above, left out of the one above. */
export function wishOfKey(key: string, placed: Placed, all: readonly Placed[]): Wish | undefined {
  const { unit, parent, siblings, at } = placed;
  switch (key) {
    case 'ArrowUp':
      if (!parent || at === 0) return { kind: 'none', why: 'cannotFirst' };
      return { kind: 'order', position: at };
    case 'ArrowDown':
      if (!parent || at === siblings.length - 1) return { kind: 'none', why: 'cannotLast' };
      return { kind: 'order', position: at + 2 };
    case 'ArrowRight': {
      const above = siblings.slice(0, at).findLast((one) => mayStandBelow(unit, one));
      return parent && above ? { kind: 'move', parent: above } : { kind: 'none', why: 'cannotIn' };
    }
    case 'ArrowLeft': {
      const grand = all.find((one) => one.unit.id === parent?.id)?.parent;
      if (!grand || !mayStandBelow(unit, grand)) return { kind: 'none', why: 'cannotOut' };
      return { kind: 'move', parent: grand };
    }
    default:
      return undefined;
  }
}

/** Dropped on a sibling it takes that place; on anything else it comes to stand below it, where it may. */
export function wishOfDrop(dragged: Placed, target: Placed): Wish | undefined {
  if (dragged.unit.id === target.unit.id || !dragged.parent) return undefined;
  if (mayStandBelow(dragged.unit, target.unit)) return { kind: 'move', parent: target.unit };
  if (dragged.parent.id === target.parent?.id) return { kind: 'order', position: target.at + 1 };
  return undefined;
}
