import { defineImportKind } from '#modules/imports/server/index.ts';
import { placeHolders, repeatsBalance } from './openings-placing.ts';
import { takeOpeningsBack } from './openings-taking-back.ts';
import { haveChanged, writeOpenings } from './openings-writing.ts';

/** 会员余额期初: what members of another program have left comes in by a list (ARC-07, ARC-09). */
defineImportKind({
  kind: 'balances',
  place: placeHolders,
  repeats: repeatsBalance,
  hasChanged: haveChanged,
  write: writeOpenings,
  takeBack: takeOpeningsBack,
});
