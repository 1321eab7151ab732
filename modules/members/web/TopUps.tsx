import { formatFen } from '#shared/money.ts';
import type { Membership } from '../contract.ts';
import { OpeningPaper } from './OpeningPaper.tsx';
import { useMemberWords } from './useMemberWords.ts';

/** Each prepayment with what is left of it, under which edition of the terms it was agreed to. */
export function TopUps({ membership, mayTake }: { membership: Membership; mayTake: boolean }) {
  const { say } = useMemberWords();
  const open = membership.topUps.filter(
    ({ principalLeftFen, giftLeftFen }) => principalLeftFen + giftLeftFen > 0,
  );
  if (open.length === 0) return null;
  return (
    <section className="member-part">
      <h3>{say('topUps')}</h3>
      <ul className="member-lines">
        {open.map((each) => (
          <li key={each.id}>
            <span className="figures">{each.number}</span>
            <span className="soft">{each.paidOn}</span>
            <span className="member-line-name figures">
              {say('principal')} {formatFen(each.principalLeftFen)}/{formatFen(each.paidFen)} ·{' '}
              {say('gift')} {formatFen(each.giftLeftFen)}/{formatFen(each.giftFen)}
            </span>
            <span className="soft">
              {each.edition === null
                ? say('openingTerms')
                : `${say('terms')} ${say('termsEdition', { edition: each.edition })} · ${each.signedBy}`}
            </span>
            {each.method === 'opening' && (
              <OpeningPaper membershipId={membership.id} lot={each} mayAdd={mayTake} />
            )}
            {each.giftExpiresOn && (
              <span className="soft">{say('giftExpires', { on: each.giftExpiresOn })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
