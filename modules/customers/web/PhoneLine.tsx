import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { formatPhone } from '#shared/phones.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { customerRoutes } from '../contract.ts';
import { customersWords } from '../locales/words.ts';
import './customers.css';
import { DialButton } from './DialButton.tsx';

const RevealReason = lazy(() => import('./RevealReason.tsx'));
const RevealedRest = lazy(() => import('./RevealedRest.tsx'));
/** Who speaks with customers. */
const calling = ['followUps.call', 'serviceOrders.receive'];
/** Who holds these sees whole what a telephone’s neighbours are: nothing more needs revealing. */
const seeing = ['customers.seeAddress', 'vehicles.seeIdentity'];

/**
 * A phone as it is masked; whole for a reason that is put on record (ARC-10), and then ready to be dialled. What else of
 * the customer is masked for this person comes with it.
 */
export function PhoneLine(props: {
  customerId: string;
  phone: string;
  contactId?: string;
  /** The page is about him: `d` calls him. */
  hasKey?: boolean;
}) {
  const { customerId, phone, contactId, hasKey = false } = props;
  const say = useWords(customersWords);
  const session = useSession();
  const mayReveal = mayUse(session, ['customers.reveal']);
  const mayDial = !contactId && phone !== '' && mayUse(session, calling);
  const isMasked = !contactId && seeing.some((right) => !mayUse(session, [right]));
  const reveal = useWriting(customerRoutes.reveal);
  const [isAsked, setAsked] = useState(false);
  const hasMore = mayReveal && isMasked;
  if (phone === '' && !hasMore) return <span className="soft">{say('noPhone')}</span>;
  const shown = contactId
    ? reveal.data?.contacts.find(({ id }) => id === contactId)?.phone
    : reveal.data?.phone;
  if (reveal.data && shown !== undefined) {
    return (
      <span className="customer-phone-line">
        <a href={`tel:${shown}`} className="figures">
          {formatPhone(shown)}
        </a>
        {isMasked && (
          <Suspense>
            <RevealedRest of={reveal.data} />
          </Suspense>
        )}
      </span>
    );
  }
  return (
    <span className="customer-phone-line">
      <span className="figures">{phone}</span>
      {mayDial && !isAsked && (
        <DialButton
          customerId={customerId}
          phone={phone}
          hasKey={hasKey}
          onHidden={() => setAsked(mayReveal)}
        />
      )}
      {mayReveal && !isAsked && (
        <Button size="small" icon={<Icon name="eye" size={15} />} onClick={() => setAsked(true)}>
          {say('reveal')}
        </Button>
      )}
      {isAsked && (
        <Suspense>
          <RevealReason
            isBusy={reveal.isPending}
            onGiven={(body) => reveal.mutate({ params: { customerId }, body })}
            onCancel={() => setAsked(false)}
          />
        </Suspense>
      )}
      <ProblemNote problem={reveal.error} onAgain={reveal.again} />
    </span>
  );
}
