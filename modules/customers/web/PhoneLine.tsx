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

const RevealReason = lazy(() => import('./RevealReason.tsx'));

/** A phone as it is masked; whole for a reason that is put on record (ARC-10), and then ready to be dialled. */
export function PhoneLine(props: { customerId: string; phone: string; contactId?: string }) {
  const { customerId, phone, contactId } = props;
  const say = useWords(customersWords);
  const mayReveal = mayUse(useSession(), ['customers.reveal']);
  const reveal = useWriting(customerRoutes.reveal);
  const [isAsked, setAsked] = useState(false);
  if (phone === '') return <span className="soft">{say('noPhone')}</span>;
  const shown = contactId
    ? reveal.data?.contacts.find(({ id }) => id === contactId)?.phone
    : reveal.data?.phone;
  if (shown) {
    return (
      <span className="customer-phone-line">
        <a href={`tel:${shown}`} className="figures">
          {formatPhone(shown)}
        </a>
      </span>
    );
  }
  return (
    <span className="customer-phone-line">
      <span className="figures">{phone}</span>
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
