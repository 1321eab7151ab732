import { type ComponentType, lazy, Suspense, useState } from 'react';
import { useModules } from '#web/modules.ts';
import { Card } from '#web/Page.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { Waiting } from '#web/Waiting.tsx';
import type { ServiceOrder } from '../../contract.ts';
import { serviceOrderWords } from '../../locales/words.ts';
import { useOrderWords } from '../useOrderWords.ts';

export interface StepFormProps {
  order: ServiceOrder;
  onDone: () => void;
}

type Form = ComponentType<StepFormProps>;

/** A form is fetched when its step is due: a visit is looked at more often than it is moved on. */
const fetched = (load: () => Promise<Form>) => lazy(async () => ({ default: await load() }));
const checkOf = (gate: 'selfCheck' | 'teamCheck') =>
  fetched(async () => {
    const { CheckForm } = await import('./CheckForm.tsx');
    return (props) => <CheckForm {...props} gate={gate} />;
  });

const forms: Readonly<Record<string, Form>> = {
  answer: fetched(async () => (await import('./AnswerForm.tsx')).AnswerForm),
  inspect: fetched(async () => (await import('./InspectForm.tsx')).InspectForm),
  approve: fetched(async () => (await import('./ApproveForm.tsx')).ApproveForm),
  estimate: fetched(async () => (await import('./EstimateForm.tsx')).EstimateForm),
  start: fetched(async () => (await import('./StartForm.tsx')).StartForm),
  handOver: fetched(async () => (await import('./HandOverForm.tsx')).HandOverForm),
  selfCheck: checkOf('selfCheck'),
  teamCheck: checkOf('teamCheck'),
  finalInspect: fetched(async () => (await import('./FinalForm.tsx')).FinalForm),
  settle: fetched(async () => (await import('./SettleForm.tsx')).SettleForm),
  deliver: fetched(async () => (await import('./DeliverForm.tsx')).DeliverForm),
  propose: fetched(async () => (await import('./ProposeForm.tsx')).ProposeForm),
  leaveUnrepaired: fetched(async () => (await import('./CloseForms.tsx')).LeaveForm),
  cancel: fetched(async () => (await import('./CloseForms.tsx')).CancelForm),
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

/** Between the certificate and the customer's departure. */
const isFinished = ({ state }: ServiceOrder) => state === 'ready' || state === 'settled';

const gateOf = { inspect: 'intake', finalInspect: 'final' } as const;

/** The form of the step that is due, and the other steps as buttons; what is not allowed says why. */
export function NowToDo({ order }: { order: ServiceOrder }) {
  const { say, sayOf } = useOrderWords();
  const [chosen, setChosen] = useState<string | null>(null);
  const modules = useModules();
  const GateSheet = modules.find((module) => module.GateSheet)?.GateSheet;
  const DeliveryGate = modules.find((module) => module.DeliveryGate)?.DeliveryGate;
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
  const gate = step !== null && step in gateOf ? gateOf[step as keyof typeof gateOf] : undefined;
  // The heading waits for its form: who reads it may type.
  const now = (
    <Suspense
      key={step}
      fallback={
        <Card>
          <Waiting />
        </Card>
      }
    >
      <Card title={step === null ? say('nowDo') : sayOf('', step)}>
        {gate && GateSheet && <GateSheet orderId={order.id} gate={gate} />}
        {Form ? (
          <Form order={order} onDone={() => setChosen(null)} />
        ) : (
          <p className="soft">{say('nothingNow')}</p>
        )}
        {others.length > 0 && (
          <div className="order-other-steps">
            <StepButtons steps={others} words={serviceOrderWords} main="" onStep={setChosen} />
          </div>
        )}
      </Card>
    </Suspense>
  );
  if (!DeliveryGate || !isFinished(order)) return now;
  // It stays while the steps below it change with what is done in it.
  return (
    <>
      <Suspense fallback={null}>
        <DeliveryGate orderId={order.id} />
      </Suspense>
      {step !== null && now}
    </>
  );
}
