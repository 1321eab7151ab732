import { test as base } from 'vitest';
import { TestShop } from './tenant.ts';

export { TestEmployee, TestShop } from './tenant.ts';

export const test = base.extend<{ shop: TestShop }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the shape of this parameter
  shop: async ({}, use) => use(await TestShop.open()),
});
