import { useWriting } from '#web/api.ts';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { SheetForm } from '#web/SheetForm.tsx';
import { type MemberRules, type Membership, memberRoutes as routes } from '../contract.ts';
import { PointsForm, SpendForm, TierForm } from './DeskForms.tsx';
import { BuyForm, TopUpForm } from './PrepayForms.tsx';
import { RefundForm } from './RefundForm.tsx';
import { useMemberWords } from './useMemberWords.ts';

export interface Doing {
  what: 'topUp' | 'spend' | 'buy' | 'refund' | 'points' | 'tier' | 'reverse';
  movementId?: string;
}
export interface ActFormProps {
  membership: Membership;
  rules: MemberRules;
  onDone: () => void;
}

const forms = {
  topUp: TopUpForm,
  spend: SpendForm,
  buy: BuyForm,
  refund: RefundForm,
  points: PointsForm,
  tier: TierForm,
} as const;
const titles = {
  topUp: 'topUp',
  spend: 'spend',
  buy: 'buy',
  refund: 'refund',
  points: 'correctPoints',
  tier: 'setTier',
} as const;

/** One act at the desk, in a dialog: filled and sent by the keyboard. */
export function ActSheet(props: {
  doing: Doing;
  membership: Membership;
  rules: MemberRules;
  onClose: () => void;
}) {
  const { doing, membership, rules, onClose } = props;
  const { say } = useMemberWords();
  if (doing.what === 'reverse') {
    return (
      <ReverseSheet membership={membership} movementId={doing.movementId!} onClose={onClose} />
    );
  }
  const Form = forms[doing.what];
  return (
    <SheetForm title={`${say(titles[doing.what])} · ${membership.customerName}`} onClose={onClose}>
      <Form membership={membership} rules={rules} onDone={onClose} />
    </SheetForm>
  );
}

function ReverseSheet(props: { membership: Membership; movementId: string; onClose: () => void }) {
  const { membership, movementId, onClose } = props;
  const { say } = useMemberWords();
  const reverse = useWriting(routes.reverse, { touches: ['service-orders'] });
  const params = { membershipId: membership.id, movementId };
  return (
    <ReasonSheet
      title={say('reverse')}
      label={say('reason')}
      word={say('reverse')}
      writing={reverse}
      onClose={onClose}
      onReason={(reason) => reverse.mutate({ params, body: { reason } }, { onSuccess: onClose })}
    />
  );
}
