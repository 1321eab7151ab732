import {
  balanceAdviceWords,
  balanceFieldWords,
  balanceReasonWords,
  balanceRelationWords,
} from './balance-words.ts';
import {
  priceAdviceWords,
  priceFieldWords,
  priceReasonWords,
  priceRelationWords,
} from './price-words.ts';

/** What lists say whose rows a module below keeps: balances of members, prices. */
export const keptFieldWords = both(balanceFieldWords, priceFieldWords);
export const keptReasonWords = both(balanceReasonWords, priceReasonWords);
export const keptRelationWords = both(balanceRelationWords, priceRelationWords);
export const keptAdviceWords = both(balanceAdviceWords, priceAdviceWords);

interface Said<Words> {
  'zh-CN': Words;
  en: Words;
}
function both<One extends object, Other extends object>(
  one: Said<One>,
  other: Said<Other>,
): Said<One & Other> {
  return { 'zh-CN': { ...one['zh-CN'], ...other['zh-CN'] }, en: { ...one.en, ...other.en } };
}
