import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type CallerMatch, type PhoneCall, phoneCallRoutes } from '../contract.ts';
import type { PhoneCallWord } from '../locales/words.ts';
import { CallerFileView } from './CallerFileView.tsx';
import { touches, useSay } from './usePhoneWords.ts';

/** Most numbers are known: the search for a person is fetched for those that are not. */
const CallerChoice = lazy(async () => ({
  default: (await import('./CallerChoice.tsx')).CallerChoice,
}));

const roles = ['owner', 'driver', 'fleetManager', 'payer', 'family', 'other'] as const;
const roleWord = (role: string): PhoneCallWord =>
  `role_${roles.find((one) => one === role) ?? 'other'}`;

/** Who it is: his file when that is clear, else who it may be; unknown people can be put on file. */
export function CallerColumn({ call }: { call: PhoneCall }) {
  const say = useSay();
  const [isChoosing, setIsChoosing] = useState(false);
  const identify = useWriting(phoneCallRoutes.identify, touches);
  const mayIdentify = call.steps.some(({ step, allowed }) => step === 'identify' && allowed);
  const choose = (customerId: string | null) =>
    identify.mutate(
      { params: { phoneCallId: call.id }, body: { customerId } },
      { onSuccess: () => setIsChoosing(false) },
    );
  if (call.file && !isChoosing) {
    return (
      <CallerFileView
        file={call.file}
        onOther={mayIdentify ? () => setIsChoosing(true) : undefined}
      />
    );
  }
  const others = call.matches.filter(({ customerId }) => customerId !== call.customerId);
  return (
    <section className="card phone-who">
      <ProblemNote problem={identify.error} onAgain={identify.again} />
      {others.length > 0 && <h3>{say('whoIsIt')}</h3>}
      <ul className="phone-matches">
        {others.map((match, at) => (
          <Match
            key={match.customerId}
            match={match}
            place={at + 1}
            mayChoose={mayIdentify}
            onChoose={() => choose(match.customerId)}
          />
        ))}
      </ul>
      {others.length === 0 && !isChoosing && (
        <EmptyState icon="customer" title={say('notOnFile')} next={say('notOnFileNext')} />
      )}
      {mayIdentify && (
        <Suspense fallback={null}>
          <CallerChoice call={call} onChoose={choose} />
        </Suspense>
      )}
    </section>
  );
}

function Match(props: {
  match: CallerMatch;
  place: number;
  mayChoose: boolean;
  onChoose: () => void;
}) {
  const { match, place, mayChoose, onChoose } = props;
  const say = useSay();
  const { name, plates, inShop, contactName, contactRole, lastVisitOn } = match;
  const keys = `alt+${place}`;
  useHotkey(
    mayChoose ? { keys, label: `${say('isHim')} ${name}`, group: 'page', run: onChoose } : null,
  );
  return (
    <li>
      <div>
        <strong>{name}</strong> {inShop && <span className="phone-in-shop">{say('inShop')}</span>}
        <p className="phone-plates">
          {plates.map((plate) => (
            <PlateTag key={plate} plate={plate} />
          ))}
        </p>
        <p className="soft">
          {contactName
            ? say('contactOf', { name: contactName, role: say(roleWord(contactRole)) })
            : lastVisitOn && say('lastVisit', { on: lastVisitOn })}
        </p>
      </div>
      {mayChoose && (
        <Button onClick={onChoose}>
          {say('isHim')} <kbd className="for-keyboard">Alt {place}</kbd>
        </Button>
      )}
    </li>
  );
}
