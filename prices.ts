import { openPriceList } from '#modules/prices/web/holder/index.ts';
import { bringLetters } from '#web/fonts.ts';

/** What anybody sees who scans the poster of a shop: a page of its own, without a word of the house's screens. */
void bringLetters();
openPriceList();
