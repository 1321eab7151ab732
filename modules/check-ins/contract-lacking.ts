import type { CheckInContent, Lack } from './contract.ts';

/**
 * What still stands between a check-in and the signature: the customer's words, the reading of the odometer, why it is
 * lower than before, and that the car was looked at all round (进厂检验, WSH-03: nothing left out).
 */
export function lackingIn(content: CheckInContent, lastMileageKm: number | null): Lack[] {
  const { customerWords, mileageKm, mileageReason, isWalkedRound, marks } = content;
  const isLower = mileageKm !== null && lastMileageKm !== null && mileageKm < lastMileageKm;
  const missing: Record<Lack, boolean> = {
    words: customerWords.trim() === '',
    mileage: mileageKm === null,
    mileageReason: isLower && mileageReason.trim() === '',
    walkRound: !isWalkedRound && marks.length === 0,
  };
  return (Object.keys(missing) as Lack[]).filter((lack) => missing[lack]);
}

/** Where each of them is to be mended. */
export const pointerOf = {
  words: '/customerWords',
  mileage: '/mileageKm',
  mileageReason: '/mileageReason',
  walkRound: '/isWalkedRound',
} as const satisfies Record<Lack, string>;
