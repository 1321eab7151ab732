import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import type { StepState } from '#shared/fields.ts';
import { Floating } from './Floating.tsx';
import './step-buttons.css';
import { useLanguage, useWords, type Words } from './useWords.ts';
import { shellWords } from './words.ts';

interface StepButtonProps {
  label: string;
  /** Why it is not possible; absent when it is. */
  reason?: string;
  isMain: boolean;
  isBusy: boolean;
  onPress: () => void;
}

/**
 * Not `disabled` but `aria-disabled`: a disabled button gets neither focus nor hover, so the reason would be out of
 * reach for the keyboard, the screen reader and the thumb.
 */
function StepButton({ label, reason, isMain, isBusy, onPress }: StepButtonProps) {
  const say = useWords(shellWords);
  const wrap = useRef<HTMLSpanElement>(null);
  const reasonId = useId();
  // Pressed or focused it stays; only what the pointer called up goes with the pointer.
  const [shown, setShown] = useState<'no' | 'hovered' | 'held'>('no');
  if (reason === undefined) {
    return (
      <Button type={isMain ? 'primary' : 'default'} loading={isBusy} onClick={onPress}>
        {label}
      </Button>
    );
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for the pointer over its button
    <span
      ref={wrap}
      className="step-not-now"
      onMouseEnter={() => setShown((now) => (now === 'no' ? 'hovered' : now))}
      onMouseLeave={() => setShown((now) => (now === 'hovered' ? 'no' : now))}
    >
      <Button
        aria-disabled="true"
        aria-describedby={reasonId}
        onFocus={() => setShown('held')}
        onBlur={() => setShown('no')}
        onClick={() => setShown('held')}
      >
        {label}
      </Button>
      <span id={reasonId} className="visually-hidden">
        {say('notNow', { reason })}
      </span>
      {shown !== 'no' && (
        <Floating anchor={wrap} role="tooltip" onClose={() => setShown('no')}>
          {say('notNow', { reason })}
        </Floating>
      )}
    </span>
  );
}

/**
 * What may be done next with a record, from its `steps`. What is not allowed stands there all the same, and says why.
 * `words` has a word for each step and each reason code; the first allowed step is the main one unless `main` says so.
 */
export function StepButtons<Key extends string>(props: {
  steps: readonly StepState[];
  words: Words<Key>;
  onStep: (step: string) => void;
  /** The step under way. */
  busy?: string | null;
  main?: string;
  /** Steps that this page offers elsewhere. */
  except?: readonly string[];
}) {
  const { steps, words, onStep, busy = null, except = [] } = props;
  const own: Readonly<Record<string, string>> = words[useLanguage()];
  const say = (key: string) => own[key] ?? key;
  const shown = steps.filter(({ step }) => !except.includes(step));
  const main = props.main ?? shown.find(({ allowed }) => allowed)?.step;
  return (
    <div className="step-buttons">
      {shown.map(({ step, allowed, reason }) => (
        <StepButton
          key={step}
          label={say(step)}
          reason={allowed ? undefined : say(reason ?? step)}
          isMain={step === main}
          isBusy={step === busy}
          onPress={() => onStep(step)}
        />
      ))}
    </div>
  );
}
