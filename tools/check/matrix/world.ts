import { sisterShops } from '#test/sisters.ts';
import { TestShop } from '#test/tenant.ts';
import { furnishBefore, furnishLater, furnishVisits } from './furnishing.ts';
import { furnishHouse } from './furnishing-house.ts';

/** One shop of the world and the name of its place in the matrix. */
export interface Branch {
  readonly mark: string;
  readonly shop: TestShop;
}

/** A tenant with headquarters, an agent below it, and two sister shops below the agent. */
export interface House {
  readonly root: TestShop;
  readonly branches: readonly [Branch, Branch];
}

export interface World {
  /** Whose people ask. */
  readonly home: House;
  /** A stranger whose tree looks exactly alike: what only the tenant's id keeps apart would be mixed up. */
  readonly foreign: House;
}

/** Two tenants of two sister shops each, every shop with one of everything, every text marked with whose it is. */
export async function buildWorld(): Promise<World> {
  const home = await house('甲');
  const foreign = await house('乙');
  for (const { root, branches } of [home, foreign]) {
    for (const branch of branches) await furnishBefore(branch.shop, branch.mark);
    await root.forward(24);
    for (const { shop } of branches) await furnishVisits(shop);
    await root.moveTo('2026-11-26T02:30:00.000Z');
    for (const branch of branches) await furnishLater(branch.shop, branch.mark);
    await furnishHouse(root);
    await root.settle();
  }
  return { home, foreign };
}

async function house(name: string): Promise<House> {
  const root = await TestShop.open();
  const [first, second] = await sisterShops(root);
  const branches = [
    { mark: `${name}1`, shop: first },
    { mark: `${name}2`, shop: second },
  ] as const;
  return { root, branches };
}
