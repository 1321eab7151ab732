import type { Work } from '#platform/work.ts';

type Refusal = (work: Work, employeeId: string) => Promise<void>;
const refusals: Refusal[] = [];

/** A module below says for whom password and passkey do not open; it throws the problem that says what does. */
export const defineLocalWays = (refusal: Refusal): void => {
  refusals.push(refusal);
};

/** Asked only after the secret was right, so that nobody learns by guessing who signs on elsewhere. */
export async function refuseLocalWay(work: Work, employeeId: string): Promise<void> {
  for (const refuse of refusals) await refuse(work, employeeId);
}
