import { openGenuineCheck } from '#modules/genuine-check/web/holder/index.ts';
import { bringLetters } from '#web/fonts.ts';

/** What anybody sees who scans the label of a part: a page of its own, without a word of the house's screens. */
void bringLetters();
openGenuineCheck();
