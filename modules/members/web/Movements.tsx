import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { now } from '#web/clock.ts';
import { grouped } from '#web/figures.ts';
import { shortTime } from '#web/times.ts';
import type { Membership } from '../contract.ts';
import { reversibleKinds } from '../lifecycle.ts';
import { useMemberWords } from './useMemberWords.ts';

type Moved = Membership['movements'][number];
const few = 6;
const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text);

/** What moved, the latest first; a slip is taken back by an entry of its own. */
export function Movements(props: {
  membership: Membership;
  onReverse?: (movementId: string) => void;
}) {
  const { movements } = props.membership;
  const { say } = useMemberWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? movements : movements.slice(0, few);
  return (
    <section className="member-part">
      <h3>{say('movements')}</h3>
      {movements.length === 0 && <p className="soft">{say('noMovements')}</p>}
      <ul className="member-lines">
        {shown.map((moved) => (
          <Line key={moved.id} moved={moved} onReverse={props.onReverse} />
        ))}
      </ul>
      {movements.length > few && !isWhole && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {`${say('movements')} (${movements.length})`}
        </Button>
      )}
    </section>
  );
}

function Line({ moved, onReverse }: { moved: Moved; onReverse?: (movementId: string) => void }) {
  const { say, sayOf, language } = useMemberWords();
  const { kind, principalFen, giftFen, points, uses } = moved;
  const sums = [
    principalFen !== 0 && `${say('principal')} ${signed(principalFen, formatFen(principalFen))}`,
    giftFen !== 0 && `${say('gift')} ${signed(giftFen, formatFen(giftFen))}`,
    points !== 0 && `${say('points')} ${signed(points, grouped(points))}`,
    uses !== 0 && `${say('uses')} ${signed(uses, String(uses))}`,
  ].filter(Boolean);
  const isOpen = (reversibleKinds as readonly string[]).includes(kind) && !moved.isReversed;
  return (
    <li className={moved.isReversed ? 'member-line-reversed' : undefined}>
      <span className="soft figures">{shortTime(moved.at, now(), language)}</span>
      <span>{sayOf('kind', kind)}</span>
      <span className="figures">{sums.join(' · ')}</span>
      <span className="member-line-name soft">
        {moved.orderId && <Link to={`/service-orders/${moved.orderId}`}>{moved.orderNumber}</Link>}{' '}
        {[moved.itemName, moved.words, moved.byName].filter(Boolean).join(' · ')}
        {moved.isReversed && ` · ${say('reversed')}`}
      </span>
      {isOpen && onReverse && (
        <Button size="small" type="text" onClick={() => onReverse(moved.id)}>
          {say('reverse')}
        </Button>
      )}
    </li>
  );
}
