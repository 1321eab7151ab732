import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page of ours has. */
const mostStops = 150;

/**
 * Goes there by the Tab key alone, as who has no pointer does, and holds that one sees where the keys are.
 * @throws when the key never comes there
 */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const isThere = () => target.evaluate((at) => at === document.activeElement);
  for (let stops = 0; stops < mostStops; stops++) {
    if (await isThere()) return mustBeSeen(target);
    await page.keyboard.press('Tab');
  }
  throw new Error(`the keys never come to ${target}`);
}

/** Goes there by Tab and presses it. */
export async function pressBy(page: Page, target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes there by Tab and types. */
export async function typeInto(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** A ring around it, or around the label that it fills; a page that is just drawn anew gets its keys back a moment later. */
async function mustBeSeen(target: Locator): Promise<void> {
  const isSeen = () =>
    target.evaluate((at) =>
      [at, at.closest('label'), at.parentElement].some((box) => {
        if (!box) return false;
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(box);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
      }),
    );
  await expect.poll(isSeen, { message: `one sees that the keys are at ${target}` }).toBe(true);
}
