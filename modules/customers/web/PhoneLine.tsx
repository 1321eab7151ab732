import { Button } from 'antd';
import { formatPhone } from '#shared/phones.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { customerRoutes } from '../contract.ts';
import { customersWords } from '../locales/words.ts';
import './customers.css';

/** A phone as it is masked; whole on asking, which is put on record (ARC-10), and then ready to be dialled. */
export function PhoneLine(props: { customerId: string; phone: string; contactId?: string }) {
  const { customerId, phone, contactId } = props;
  const say = useWords(customersWords);
  const mayReveal = mayUse(useSession(), ['customers.reveal']);
  const reveal = useWriting(customerRoutes.reveal);
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
      {mayReveal && (
        <Button
          size="small"
          icon={<Icon name="eye" size={15} />}
          loading={reveal.isPending}
          onClick={() => reveal.mutate({ params: { customerId } })}
        >
          {say('reveal')}
        </Button>
      )}
      <ProblemNote problem={reveal.error} onAgain={reveal.again} />
    </span>
  );
}
