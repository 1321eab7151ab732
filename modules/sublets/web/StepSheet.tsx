import { Form, Input, Radio } from 'antd';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { clockOf, dayOf, instantOf } from '#web/shopClock.ts';
import { YuanField } from '#web/YuanField.tsx';
import { subletRoutes as routes, type Sublet } from '../contract.ts';
import { useSubletWords } from './useSubletWords.ts';

export type SheetStep = 'postpone' | 'callOff' | 'check' | 'bookCost' | 'reverseCost';

interface Typed {
  day: string;
  time: string;
  reason: string;
  passed: boolean;
  finding: string;
  costFen: number;
  reference: string;
}

const whyWords = {
  postpone: 'postponeWhy',
  callOff: 'callOffWhy',
  reverseCost: 'reverseWhy',
} as const;

/** One step of a job with another firm, with no more than that step asks for. */
export function StepSheet(props: { step: SheetStep; sublet: Sublet; onClose: () => void }) {
  const { step, sublet, onClose } = props;
  const { say, sayOf } = useSubletWords();
  const [form] = Form.useForm<Typed>();
  const { take, problem, again, isBusy } = useSheetStep(step, sublet, onClose);
  const isFailed = Form.useWatch('passed', form) === false;
  const isOther = (Form.useWatch('costFen', form) ?? sublet.agreedFen) !== sublet.agreedFen;
  const rules = [{ required: true, message: say('required') }];
  const words = (isAsked: boolean) => [
    { required: isAsked, whitespace: isAsked, message: say('required') },
  ];
  return (
    <SheetForm
      title={`${step === 'check' ? say('checkNow') : sayOf('step', step)} · ${sublet.job}`}
      onClose={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{
          day: dayOf(sublet.dueAt),
          time: clockOf(sublet.dueAt),
          costFen: sublet.agreedFen ?? undefined,
        }}
        onFinish={take}
        onKeyDown={(event) => event.key === 'Enter' && event.ctrlKey && form.submit()}
      >
        <ProblemNote problem={problem} form={form} onAgain={again} />
        {step === 'postpone' && (
          <div className="form-pair">
            <Form.Item name="day" label={say('dueAt')} rules={rules}>
              <DayField />
            </Form.Item>
            <Form.Item name="time" label={say('time')} rules={rules}>
              <Input type="time" step={900} />
            </Form.Item>
          </div>
        )}
        {step === 'check' && (
          <>
            <p className="soft">{say('checkNote')}</p>
            <Form.Item name="passed" label={say('checkNow')} rules={rules}>
              <Radio.Group
                optionType="button"
                size="large"
                options={[
                  { value: true, label: sayOf('step', 'pass') },
                  { value: false, label: sayOf('step', 'fail') },
                ]}
              />
            </Form.Item>
            <Form.Item name="finding" label={say('findingHow')} rules={words(isFailed)}>
              <Input.TextArea className="grows" rows={2} maxLength={500} />
            </Form.Item>
          </>
        )}
        {step === 'bookCost' && (
          <>
            <Form.Item name="costFen" label={say('cost')} rules={rules}>
              <YuanField />
            </Form.Item>
            <Form.Item name="reference" label={say('reference')}>
              <Input maxLength={60} />
            </Form.Item>
            {isOther && (
              <Form.Item name="reason" label={say('costWhy')} rules={words(true)}>
                <Input maxLength={300} />
              </Form.Item>
            )}
          </>
        )}
        {(step === 'postpone' || step === 'callOff' || step === 'reverseCost') && (
          <Form.Item name="reason" label={say(whyWords[step])} rules={words(true)}>
            <Input maxLength={300} />
          </Form.Item>
        )}
        <FormEnd isBusy={isBusy} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}

/** Sends the step that the sheet is open for. */
function useSheetStep(step: SheetStep, { id: subletId, version }: Sublet, onSuccess: () => void) {
  const touches = { touches: ['sublets', 'service-orders'] };
  const writings = {
    postpone: useWriting(routes.postpone, touches),
    callOff: useWriting(routes.callOff, touches),
    check: useWriting(routes.check, touches),
    bookCost: useWriting(routes.bookCost, touches),
    reverseCost: useWriting(routes.reverseCost, touches),
  };
  const params = { subletId };
  const done = { onSuccess };
  const take = ({ day, time, reason, passed, finding, costFen, reference }: Typed) => {
    const ways = {
      postpone: () =>
        writings.postpone.mutate(
          { params, body: { dueAt: instantOf(day, time), reason }, version },
          done,
        ),
      callOff: () => writings.callOff.mutate({ params, body: { reason }, version }, done),
      check: () => writings.check.mutate({ params, body: { passed, finding }, version }, done),
      bookCost: () =>
        writings.bookCost.mutate({ params, body: { costFen, reference, reason }, version }, done),
      reverseCost: () => writings.reverseCost.mutate({ params, body: { reason }, version }, done),
    };
    ways[step]();
  };
  const { error: problem, again, isPending: isBusy } = writings[step];
  return { take, problem, again, isBusy };
}
