import { openShopPage } from '#modules/shop-page/web/holder/index.ts';
import { bringLetters } from '#web/fonts.ts';

/** What everybody sees of a shop: a page of its own, without a word of the house's screens. */
void bringLetters();
openShopPage();
