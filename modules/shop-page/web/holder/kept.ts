import type { PublicShop } from '../../contract.ts';

const keptAs = () => `jingming.shop.${location.search}`;
/** Hours and promises change; what is older than this is worse than nothing. */
const mostMs = 30 * 24 * 3_600_000;

interface Kept {
  shop: PublicShop;
  readAt: string;
}

/** What everybody may read anyway, as it was last read here. */
export function keepShop(shop: PublicShop): void {
  try {
    const kept: Kept = { shop, readAt: new Date().toISOString() };
    localStorage.setItem(keptAs(), JSON.stringify(kept));
  } catch {
    // Storage is switched off: then nothing is read without a line.
  }
}

export function keptShop(): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keptAs()) ?? 'null') as Kept | null;
    return kept && Date.now() - Date.parse(kept.readAt) < mostMs ? kept : undefined;
  } catch {
    return undefined;
  }
}
