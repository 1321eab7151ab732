/** As much as a car is driven between two visits, and somewhat more: beyond it the short number is no ending. */
const mostBetweenVisitsKm = 50_000;
const wholeTurnKm = 100_000;

/**
 * The reading that a short number stands for: from 100,000 km on, only the last five digits of the odometer need be typed,
 * those before them are known from the last reading. Nothing where that would be below it, or further than cars are driven:
 * then the number is what it says, and lower than the last one.
 */
export function readingEndingWith(
  typedKm: number | undefined,
  lastKm: number | null | undefined,
): number | undefined {
  if (typedKm == null || lastKm == null || lastKm < wholeTurnKm || typedKm >= wholeTurnKm)
    return undefined;
  const turns = Math.floor(lastKm / wholeTurnKm) * wholeTurnKm;
  const ending = turns + typedKm < lastKm ? turns + wholeTurnKm + typedKm : turns + typedKm;
  return ending - lastKm <= mostBetweenVisitsKm ? ending : undefined;
}
