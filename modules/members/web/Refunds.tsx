import { Button } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Money } from '#web/Money.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { StateTag, type StateTone } from '#web/StateTag.tsx';
import { type Membership, memberRoutes as routes } from '../contract.ts';
import { groundWord } from '../locales/words-refund.ts';
import { SumList } from './SumList.tsx';
import { useMemberWords } from './useMemberWords.ts';

type Refund = Membership['refunds'][number];
const refundTones: Partial<Record<Refund['state'], StateTone>> = { asked: 'warn', paid: 'good' };
const touches = { touches: ['memberships'] };

/** Refunds that were asked for, with their computation; a second person pays or declines. */
export function Refunds(props: { membership: Membership; mayDecide: boolean; me: string }) {
  const { refunds } = props.membership;
  const { say } = useMemberWords();
  if (refunds.length === 0) return null;
  return (
    <section className="member-part">
      <h3>{say('refund')}</h3>
      {refunds.map((refund) => (
        <OneRefund
          key={refund.id}
          refund={refund}
          mayDecide={props.mayDecide && refund.state === 'asked'}
          isOwn={refund.askedById === props.me}
        />
      ))}
    </section>
  );
}

function OneRefund(props: { refund: Refund; mayDecide: boolean; isOwn: boolean }) {
  const { refund, mayDecide, isOwn } = props;
  const { say, sayOf, language } = useMemberWords();
  const [isDeclining, setDeclining] = useState(false);
  const pay = useWriting(routes.payRefund, touches);
  const decline = useWriting(routes.declineRefund, touches);
  const params = { refundId: refund.id };
  return (
    <details className="member-refund" open={refund.state === 'asked'}>
      <summary>
        <StateTag tone={refundTones[refund.state]}>{sayOf('state', refund.state)}</StateTag>{' '}
        <span className="figures">{refund.number}</span>{' '}
        <Money fen={refund.refundFen + refund.interestFen} />{' '}
        <span className="soft">
          {groundWord(language, refund.ground)} · {say('askedBy', { name: refund.askedByName })} ·{' '}
          {refund.reason}
          {refund.decidedAlone && ` · ${say('decidedAlone')}`}
        </span>
      </summary>
      <ProblemNote problem={pay.error ?? decline.error} onAgain={pay.again} />
      <SumList steps={refund.steps} />
      <div className="form-end">
        <Button
          size="small"
          icon={<Icon name="print" size={16} />}
          href={pathOf(routes.refundSheet, params)}
          target="_blank"
        >
          {say('print')}
        </Button>
        {mayDecide && (
          <>
            {isOwn && (
              <span className="soft">{say(refund.needsAnother ? 'askNote' : 'aloneNote')}</span>
            )}
            <Button size="small" disabled={refund.needsAnother} onClick={() => setDeclining(true)}>
              {say('decline')}
            </Button>
            <Button
              size="small"
              type="primary"
              disabled={refund.needsAnother}
              loading={pay.isPending}
              onClick={() => pay.mutate({ params, body: { method: 'transfer' } })}
            >
              {say('pay')}
            </Button>
          </>
        )}
      </div>
      {isDeclining && (
        <ReasonSheet
          title={say('decline')}
          label={say('reason')}
          word={say('decline')}
          writing={decline}
          onClose={() => setDeclining(false)}
          onReason={(reason) =>
            decline.mutate({ params, body: { reason } }, { onSuccess: () => setDeclining(false) })
          }
        />
      )}
    </details>
  );
}
