import { Form, Input, InputNumber, Radio } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { mostSeats, replyRoutes } from '../contract.ts';
import { FindCustomer } from './FindCustomer.tsx';
import { touches, useSay } from './useSay.ts';

interface Typed {
  customerId: string;
  answer: 'coming' | 'declined';
  seats: number;
  note?: string;
}

/** What a customer answered on the telephone. */
export default function AnswerSheet(props: { campaignId: string; onClose: () => void }) {
  const { campaignId, onClose } = props;
  const say = useSay();
  const [form] = Form.useForm<Typed>();
  const answer = Form.useWatch('answer', form) ?? 'coming';
  const take = useWriting(replyRoutes.answer, touches);
  const save = ({ customerId, seats, note = '' }: Typed) => {
    const said = { customerId, isComing: answer === 'coming', note: note.trim() };
    const body = said.isComing ? { ...said, seats } : said;
    take.mutate({ params: { campaignId }, body }, { onSuccess: onClose });
  };
  return (
    <SheetForm title={say('takeAnswer')} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ answer: 'coming', seats: 1 }}
        onFinish={save}
      >
        <ProblemNote problem={take.error} form={form} onAgain={take.again} />
        <FindCustomer />
        <Form.Item name="answer" label={say('answer')}>
          <Radio.Group
            optionType="button"
            options={(['coming', 'declined'] as const).map((value) => ({
              value,
              label: say(value),
            }))}
          />
        </Form.Item>
        {answer === 'coming' && (
          <Form.Item name="seats" label={say('seatsAsked')} extra={say('seatsHint')}>
            <InputNumber min={1} max={mostSeats} precision={0} />
          </Form.Item>
        )}
        <Form.Item name="note" label={say('note')}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <FormEnd isBusy={take.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
