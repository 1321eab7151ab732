import { Link } from '@tanstack/react-router';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { IncomingMail, IncomingMailMatch } from '../contract.ts';
import { useSay } from './said.ts';

/** Whom a letter may concern with what led there, and complaints that it may belong to. A person decides. */
export function WhomCard(props: {
  mail: IncomingMail;
  chosen: number;
  onChoose: (place: number) => void;
}) {
  const { mail, chosen, onChoose } = props;
  const say = useSay();
  if (mail.isHeldBack) {
    return (
      <section className="card mail-held" role="note">
        <h3>
          <Icon name="alert" /> {say('heldBack')}
        </h3>
        <p>{say('heldBackWhy')}</p>
      </section>
    );
  }
  return (
    <>
      {mail.threads.length > 0 && <Threads mail={mail} />}
      <Card title={say('matches')}>
        {mail.matches.length === 0 ? (
          <p className="soft">{say('noMatches')}</p>
        ) : (
          <div className="mail-matches" role="radiogroup" aria-label={say('matches')}>
            {mail.matches.map((match, place) => (
              <label
                key={match.customerId ?? match.vehicleId ?? match.orderId}
                className="mail-match"
              >
                <input
                  type="radio"
                  name="mail-match"
                  checked={place === chosen}
                  onChange={() => onChoose(place)}
                />
                <Match match={match} />
              </label>
            ))}
            <label className="mail-match">
              <input
                type="radio"
                name="mail-match"
                checked={chosen < 0}
                onChange={() => onChoose(-1)}
              />
              <span>{say('nobodyOfThese')}</span>
            </label>
          </div>
        )}
      </Card>
    </>
  );
}

function Match({ match }: { match: IncomingMailMatch }) {
  const say = useSay();
  return (
    <span className="mail-match-who">
      <span className="mail-match-name">
        {match.plate && <PlateTag plate={match.plate} />}
        <strong>{match.customerName}</strong>
        <span className="soft">
          {[match.model, match.phone, match.orderNumber].filter(Boolean).join(' · ')}
        </span>
      </span>
      {match.ways.map(({ way, value }) => (
        <span key={`${way}${value}`} className="soft">
          {say(`way_${way}`, { value })}
        </span>
      ))}
    </span>
  );
}

function Threads({ mail }: { mail: IncomingMail }) {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  return (
    <Card title={say('threads')}>
      <ul className="mail-threads">
        {mail.threads.map((thread) => (
          <li key={thread.complaintId}>
            <Link to={`/complaints/${thread.complaintId}`}>{thread.number}</Link>{' '}
            {thread.complainantName}
            <span className="soft">
              {' '}
              {shortTime(thread.receivedAt, now, language)} · {say(`thread_${thread.way}`)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
