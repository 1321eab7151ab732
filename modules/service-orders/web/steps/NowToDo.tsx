import { type ComponentType, lazy, Suspense, useState } from 'react';
import { Card } from '#web/Page.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { Waiting } from '#web/Waiting.tsx';
import type { ServiceOrder } from '../../contract.ts';
import { serviceOrderWords } from '../../locales/words.ts';
import { useOrderWords } from '../useOrderWords.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { ApproveForm } from './ApproveForm.tsx';
import { CheckForm } from './CheckForm.tsx';
import { CancelForm, LeaveForm } from './CloseForms.tsx';
import { DeliverForm } from './DeliverForm.tsx';
import { EstimateForm } from './EstimateForm.tsx';
import { FinalForm } from './FinalForm.tsx';
import { HandOverForm } from './HandOverForm.tsx';
import { InspectForm } from './InspectForm.tsx';
import { ProposeForm } from './ProposeForm.tsx';
import { StartForm } from './StartForm.tsx';

export interface StepFormProps {
  order: ServiceOrder;
  onDone: () => void;
}

/** Comes when a car is to be paid: the page keeps within its weight. */
const SettleForm = lazy(async () => ({
  default: (await import('./SettleForm.tsx')).SettleForm,
}));

const forms: Readonly<Record<string, ComponentType<StepFormProps>>> = {
  answer: AnswerForm,
  inspect: InspectForm,
  approve: ApproveForm,
  estimate: EstimateForm,
  start: StartForm,
  handOver: HandOverForm,
  selfCheck: (props) => <CheckForm {...props} gate="selfCheck" />,
  teamCheck: (props) => <CheckForm {...props} gate="teamCheck" />,
  finalInspect: FinalForm,
  settle: SettleForm,
  deliver: DeliverForm,
  propose: ProposeForm,
  leaveUnrepaired: LeaveForm,
  cancel: CancelForm,
};

/** The step whose form stands open by itself: the first of these that is allowed. */
const leading = [
  'answer',
  'deliver',
  'settle',
  'finalInspect',
  'teamCheck',
  'selfCheck',
  'approve',
  'handOver',
  'start',
  'estimate',
  'inspect',
];

/** The form of the step that is due, and the other steps as buttons; what is not allowed says why. */
export function NowToDo({ order }: { order: ServiceOrder }) {
  const { say, sayOf } = useOrderWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const isAllowed = (step: string) =>
    order.steps.some((each) => each.step === step && each.allowed);
  const isDue = (each: string) =>
    isAllowed(each) && !(each === 'handOver' && order.state === 'inWork');
  const due = leading.find(isDue) ?? null;
  const step = chosen !== null && isAllowed(chosen) ? chosen : due;
  const Form = step === null ? undefined : forms[step];
  const others = order.steps.filter((each) => each.reason !== 'already_past' && each.step !== step);
  const isOver = order.steps.every(({ reason }) => reason === 'order_closed');
  if (isOver) return null;
  return (
    <Card title={step === null ? say('nowDo') : sayOf('', step)}>
      {Form ? (
        <Suspense fallback={<Waiting />}>
          <Form key={step} order={order} onDone={() => setChosen(null)} />
        </Suspense>
      ) : (
        <p className="soft">{say('nothingNow')}</p>
      )}
      {others.length > 0 && (
        <div className="order-other-steps">
          <StepButtons steps={others} words={serviceOrderWords} main="" onStep={setChosen} />
        </div>
      )}
    </Card>
  );
}
