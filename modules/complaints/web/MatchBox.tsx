import { useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { reading } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type ComplaintMatch, complaintRoutes } from '../contract.ts';
import { complaintWords } from '../locales/words.ts';

/** The usual shortest thing worth a look: a name of two characters, the tail of a plate. */
const shortest = 2;

function Match({ match }: { match: ComplaintMatch }) {
  const say = useWords(complaintWords);
  const language = useLanguage();
  const { plate, customerName, phone, model, order, earlier } = match;
  return (
    <>
      <span className="complaint-match-who">
        {plate !== '' && <PlateTag plate={plate} />}
        <strong>{customerName}</strong>
        <span className="soft">{[model, phone].filter(Boolean).join(' · ')}</span>
      </span>
      <span className="soft">
        {order &&
          `${say('lastOrder', { number: order.number })} · ${shortTime(order.receivedAt, now(), language)} · ${order.advisorName}`}
      </span>
      {earlier.length > 0 && (
        <span className="complaint-match-earlier">
          <Icon name="alert" size={14} />
          {say('earlierCount', { count: earlier.length })}
          {`：${say(earlier[0]!.kind)}，${earlier[0]!.beginning}`}
        </span>
      )}
    </>
  );
}

/** Proposes whom the complaint concerns while plate, phone or name are being typed; the person decides. */
export function MatchBox(props: {
  typed: string;
  chosen: ComplaintMatch | undefined;
  onChoose: (match: ComplaintMatch | undefined) => void;
}) {
  const { typed, chosen, onChoose } = props;
  const say = useWords(complaintWords);
  const q = useDeferredValue(typed.trim());
  const isAsked = [...q].length >= shortest && !chosen;
  const { data } = useQuery({
    ...reading(complaintRoutes.matches, { query: { q } }),
    enabled: isAsked,
  });
  if (chosen) {
    return (
      <div className="complaint-match complaint-match-chosen">
        <Match match={chosen} />
        <button type="button" className="complaint-plain-link" onClick={() => onChoose(undefined)}>
          {say('drop')}
        </button>
      </div>
    );
  }
  if (!isAsked || !data) return null;
  if (data.items.length === 0)
    return <p className="soft complaint-match-none">{say('matchNone')}</p>;
  return (
    <div className="complaint-matches">
      {data.items.map((match) => (
        <button
          key={`${match.vehicleId}${match.customerId}`}
          type="button"
          className="complaint-match"
          onClick={() => onChoose(match)}
        >
          <Match match={match} />
        </button>
      ))}
    </div>
  );
}
