import { Button, Form, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { type Measure, measureRoutes } from '../contract.ts';
import { reviewWords } from '../locales/words.ts';
import { EffectNote } from './EffectNote.tsx';
import { useSay } from './said.ts';

const MeasureSheet = lazy(() => import('./MeasureSheet.tsx'));
type Step = 'finish' | 'change' | 'drop';

/** A measure or a prevention plan: what, against what, by whom until when, and what came of it. */
export function MeasureCard({ measure }: { measure: Measure }) {
  const say = useSay();
  const [step, setStep] = useState<Step | null>(null);
  const { purpose, kind, causeKind, riskArea, clock, state, effect } = measure;
  const against = [kind && say(`kind_${kind}`), causeKind && say(`cause_${causeKind}`)]
    .filter(Boolean)
    .join(' · ');
  const lines = [
    [say('riskArea'), riskArea],
    [say('effectExpected'), measure.effectExpected],
    [say('qualityControl'), measure.qualityControl],
    [say('result'), measure.result],
  ].filter(([, value]) => value);
  return (
    <article className={`card review-measure review-measure-${state}`} id={measure.id}>
      <header className="review-measure-head">
        <h3>{measure.words}</h3>
        <span className={`review-mark review-mark-${state}`}>{say(`measure_${state}`)}</span>
      </header>
      <p className="soft">
        {say(`purpose_${purpose}`)} · {say('whichKind', { kind: against || say('anyKind') })} ·{' '}
        {measure.ownerName} ·{' '}
        {clock && state === 'agreed' ? (
          <Deadline dueAt={clock.dueAt} warnAt={clock.warnAt} spans={clock.sum} />
        ) : (
          measure.dueOn
        )}
      </p>
      {lines.length > 0 && (
        <dl className="review-lines">
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {measure.education && <Education words={measure.education} />}
      {effect && <EffectNote effect={effect} />}
      {state === 'agreed' && (
        <StepButtons
          steps={measure.steps}
          words={reviewWords}
          onStep={(name) => setStep(name as Step)}
        />
      )}
      {step === 'change' && (
        <Suspense>
          <MeasureSheet measure={measure} onClose={() => setStep(null)} />
        </Suspense>
      )}
      {(step === 'finish' || step === 'drop') && (
        <EndSheet measure={measure} step={step} onClose={() => setStep(null)} />
      )}
    </article>
  );
}

function Education({ words }: { words: string }) {
  const say = useSay();
  const tell = useTell();
  // Without TLS browsers give no clipboard; the text can be selected in any case.
  const copy =
    navigator.clipboard &&
    (() => void navigator.clipboard.writeText(words).then(() => tell(say('copied'))));
  return (
    <blockquote className="review-education">
      <span className="soft">{say('education')}</span>
      <p>{words}</p>
      {copy && (
        <Button size="small" onClick={copy}>
          {say('copy')}
        </Button>
      )}
    </blockquote>
  );
}

function EndSheet(props: { measure: Measure; step: 'finish' | 'drop'; onClose: () => void }) {
  const { measure, step, onClose } = props;
  const say = useSay();
  const tell = useTell();
  const [form] = Form.useForm<{ words: string }>();
  const touches = ['complaint-reviews'];
  const finish = useWriting(measureRoutes.finish, { touches });
  const drop = useWriting(measureRoutes.drop, { touches });
  const { error, again, isPending } = step === 'finish' ? finish : drop;
  const params = { complaintMeasureId: measure.id };
  const { version } = measure;
  const done = {
    onSuccess: () => {
      tell(say(step === 'finish' ? 'finished' : 'droppedDone'));
      onClose();
    },
  };
  const submit = ({ words }: { words: string }) =>
    step === 'finish'
      ? finish.mutate({ params, body: { result: words }, version }, done)
      : drop.mutate({ params, body: { reason: words }, version }, done);
  return (
    <Sheet title={say(step)} onClose={onClose}>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
        <ProblemNote problem={error} form={form} onAgain={again} />
        {step === 'finish' && <p className="soft">{say('finishLead')}</p>}
        <Form.Item
          name="words"
          label={say(step === 'finish' ? 'result' : 'dropReason')}
          rules={[{ required: true, whitespace: true, message: say('need') }]}
        >
          <Input.TextArea rows={3} maxLength={1000} autoFocus />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {say(step)}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
