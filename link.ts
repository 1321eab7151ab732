import { open } from '#modules/links/web/holder/open.ts';
import { showHeldOrder } from '#modules/service-orders/web/holder/order.ts';
import { bringLetters } from '#web/fonts.ts';

/** What a customer sees who came by a link: a page of its own, without a word of the house's screens. */
void bringLetters();
void open({ orderPapers: showHeldOrder });
