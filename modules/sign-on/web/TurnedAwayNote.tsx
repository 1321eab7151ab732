import { ApiProblem } from '#shared/call.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useLanguage } from '#web/useWords.ts';
import { type TurnedAwayFor, turnedAwayFor } from '../contract.ts';
import { signOnProblems } from '../locales/problems.ts';

const isKnown = (code: string | undefined): code is TurnedAwayFor =>
  turnedAwayFor.some((known) => known === code);

/** Who comes back from a provider in vain is told why; the address says which sentence, and can say no other. */
export function TurnedAwayNote() {
  const [{ signOn: code }] = useAddress();
  const words = signOnProblems[useLanguage()];
  if (!isKnown(code)) return null;
  return <ProblemNote problem={new ApiProblem(422, { code, ...words[code] })} />;
}
