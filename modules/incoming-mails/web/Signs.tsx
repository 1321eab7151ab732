import type { IncomingMailEntry } from '../contract.ts';
import { signsOf, useSay } from './said.ts';

/** The marks of a letter as short words, never by colour alone. */
export function Signs({
  mail,
}: {
  mail: Pick<IncomingMailEntry, 'marks' | 'standing' | 'isConfirmed'>;
}) {
  const say = useSay();
  return signsOf(mail).map(({ word, tone }) => (
    <span key={word} className={`mail-sign mail-sign-${tone}`}>
      {say(word)}
    </span>
  ));
}
