import { Button } from 'antd';
import { useState } from 'react';
import type { CheckIn, CheckInChange, CheckInContent } from '../contract.ts';
import { PromiseStep } from './PromiseStep.tsx';
import { RequestStep } from './RequestStep.tsx';
import { SignStep } from './SignStep.tsx';
import type { CheckInAtHand } from './useCheckIn.ts';
import { useCheckInWords } from './useCheckInWords.ts';
import { WalkRoundStep } from './WalkRoundStep.tsx';

export interface StepProps {
  record: CheckIn;
  content: CheckInContent;
  change: (change: CheckInChange) => void;
  atHand: CheckInAtHand;
  onGo: (to: Step) => void;
}

const steps = ['request', 'walkRound', 'promise', 'signature'] as const;
export type Step = (typeof steps)[number];
const screens = {
  request: RequestStep,
  walkRound: WalkRoundStep,
  promise: PromiseStep,
  signature: SignStep,
} as const satisfies Record<Step, React.ComponentType<StepProps>>;

/** Four screens in the order in which one walks; any of them is a tap away. */
export function CheckInSteps(props: Omit<StepProps, 'onGo'>) {
  const { say } = useCheckInWords();
  const [step, setStep] = useState<Step>('request');
  const at = steps.indexOf(step);
  const Shown = screens[step];
  const go = (to: Step | undefined) => {
    if (!to) return;
    setStep(to);
    window.scrollTo({ top: 0 });
  };
  return (
    <>
      <nav className="checkin-steps" aria-label={say('checkIns')}>
        {steps.map((one, place) => (
          <button
            key={one}
            type="button"
            aria-current={one === step ? 'step' : undefined}
            onClick={() => go(one)}
          >
            <span className="checkin-step-number">{place + 1}</span> {say(`step_${one}`)}
          </button>
        ))}
      </nav>
      <Shown {...props} onGo={go} />
      <div className="checkin-end">
        {at > 0 && (
          <Button size="large" onClick={() => go(steps[at - 1])}>
            {say('back')}
          </Button>
        )}
        {at < steps.length - 1 && (
          <Button size="large" type="primary" onClick={() => go(steps[at + 1])}>
            {say('next')}
          </Button>
        )}
      </div>
    </>
  );
}
