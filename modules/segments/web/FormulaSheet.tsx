import { Form, InputNumber, Select } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useWords } from '#web/useWords.ts';
import { type Formula, standingRoutes } from '../contract.ts';
import { formulaKeys } from '../locales/vocabulary.ts';
import { type SegmentWord, segmentWords } from '../locales/words.ts';

/** Which formula decides, and with what figures; the amounts are typed in yuan. */
export function FormulaSheet({ formula, onClose }: { formula: Formula; onClose: () => void }) {
  const say = useWords(segmentWords);
  const [form] = Form.useForm<Formula>();
  const choose = useWriting(standingRoutes.choose, {
    touches: ['customer-standings', 'standing-changes', 'customers'],
  });
  const number = (name: [string, string], word: SegmentWord, min: number, step = 1) => (
    <Form.Item name={name} label={say(word)} rules={[{ required: true, message: say('needed') }]}>
      <InputNumber min={min} step={step} precision={step < 1 ? 1 : 0} />
    </Form.Item>
  );
  const yuan = (name: [string, string], word: SegmentWord) => (
    <Form.Item
      name={name}
      label={say(word)}
      rules={[{ required: true, message: say('needed') }]}
      getValueProps={(fen: number | null) => ({ value: fen === null ? null : fen / 100 })}
      normalize={(typed: number | null) => (typed === null ? null : Math.round(typed * 100))}
    >
      <InputNumber min={0} max={100_000_000} step={100} precision={0} />
    </Form.Item>
  );
  return (
    <SheetForm title={say('choose')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={formula}
        onFinish={(body) => choose.mutate({ body }, { onSuccess: onClose })}
      >
        <ProblemNote problem={choose.error} form={form} onAgain={choose.again} />
        <p className="soft">{say('chooseHint')}</p>
        <Form.Item name="formula" label={say('formula')}>
          <Select options={formulaKeys.map((key) => ({ value: key, label: say(key) }))} />
        </Form.Item>
        <div className="form-pair">
          {number(['months', 'sleepingAfter'], 'sleepingAfterMonths', 1)}
          {number(['months', 'lostAfter'], 'lostAfterMonths', 1)}
          {number(['interval', 'sleepingAfter'], 'sleepingAfterTimes', 1, 0.5)}
          {number(['interval', 'lostAfter'], 'lostAfterTimes', 1, 0.5)}
          {number(['interval', 'usualDays'], 'usualDays', 7)}
          {number(['visits', 'activeFrom'], 'activeFrom', 1)}
          {yuan(['value', 'highFromFen'], 'highFrom')}
          {yuan(['value', 'middleFromFen'], 'middleFrom')}
        </div>
        <FormEnd isBusy={choose.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
