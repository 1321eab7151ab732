import { useQuery } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { formatPhone } from '#shared/phones.ts';
import { reading } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { phoneCallRoutes, type RingingCall } from '../contract.ts';
import { ringingWords } from '../locales/words-ringing.ts';
import './ringing.css';

/** Whose telephone rings sees who it is, over whatever he is at; it goes when the call is over. */
export default function Ringing() {
  const isOne = mayUse(useSession(), ['followUps.see']);
  return isOne ? <RingingCalls /> : null;
}

const keptAs = 'jingming.ringing';
/** Storage may be switched off: then the next thing that is told of the call brings it back. */
function rangBefore(): boolean {
  try {
    return sessionStorage.getItem(keptAs) !== null;
  } catch {
    return false;
  }
}
function noteRinging(isRinging: boolean): void {
  try {
    if (isRinging) sessionStorage.setItem(keptAs, 'yes');
    else sessionStorage.removeItem(keptAs);
  } catch {
    // As said.
  }
}

function RingingCalls() {
  const say = useWords(ringingWords);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const [hidden, setHidden] = useState<readonly string[]>([]);
  const { data } = useQuery({
    ...reading(phoneCallRoutes.ringing, {}),
    // A page costs one request of its own: that a telephone rings is told, and asked for again only where it rang before.
    ...(!rangBefore() && { initialData: { items: [] }, staleTime: Number.POSITIVE_INFINITY }),
  });
  const isRinging = (data?.items ?? []).length > 0;
  useEffect(() => noteRinging(isRinging), [isRinging]);
  const shown = (data?.items ?? []).filter(
    ({ id }) => !hidden.includes(id) && pathname !== `/phone-calls/${id}`,
  );
  const first = shown[0];
  const open = ({ id }: RingingCall) => void navigate({ to: `/phone-calls/${id}` });
  useHotkey(
    first
      ? { keys: 'alt+a', label: say('openCall'), group: 'everywhere', run: () => open(first) }
      : null,
  );
  return (
    <div className="phone-ringing" role="status">
      {shown.map((call, at) => (
        <section key={call.id} className={`phone-ringing-call phone-ringing-${call.state}`}>
          <Icon name="phone" />
          <div className="phone-ringing-who">
            <strong>
              {call.customerName ??
                (call.matches > 1 ? say('manyMatches', { count: call.matches }) : say('unknown'))}
            </strong>
            <span className="figures">{formatPhone(call.number) || say('withheld')}</span>
            <span className="soft">
              {say(call.state === 'ringing' ? 'ringingNow' : 'talkingNow')}
            </span>
          </div>
          {call.plate && (
            <span className="phone-ringing-car">
              <PlateTag plate={call.plate} /> {say('inShop')}
            </span>
          )}
          <Button type="primary" onClick={() => open(call)}>
            {say('openCall')} {at === 0 && <kbd className="for-keyboard">Alt A</kbd>}
          </Button>
          <button
            type="button"
            className="plain-button"
            aria-label={say('hide')}
            onClick={() => setHidden([...hidden, call.id])}
          >
            <Icon name="close" />
          </button>
        </section>
      ))}
    </div>
  );
}
