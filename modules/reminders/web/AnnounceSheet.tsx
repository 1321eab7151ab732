import { Form, Input, InputNumber, Select } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { DraftNote } from '#web/DraftNote.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import { offerRoutes } from '../contract.ts';
import { offerKinds } from '../locales/vocabulary.ts';
import { reminderWords } from '../locales/words.ts';

export const offerKindWord = {
  event: 'event',
  offer: 'kindOffer',
  freeCheck: 'freeCheck',
} as const;

type Body = BodyOf<typeof offerRoutes.add>;
interface Typed extends Omit<Body, 'conditions'> {
  models?: string;
  ageFromMonths?: number | null;
  ageToMonths?: number | null;
  notSeenForMonths?: number | null;
}

const start: Partial<Typed> = { kind: 'offer' };

/** What is left empty does not narrow the offer. */
function bodyOf({
  models = '',
  ageFromMonths,
  ageToMonths,
  notSeenForMonths,
  ...rest
}: Typed): Body {
  const beginnings = models
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  return {
    ...rest,
    conditions: {
      ...(beginnings.length > 0 && { models: beginnings }),
      ...(typeof ageFromMonths === 'number' && { ageFromMonths }),
      ...(typeof ageToMonths === 'number' && { ageToMonths }),
      ...(typeof notSeenForMonths === 'number' && { notSeenForMonths }),
    },
  };
}

/** An event, an offer or a free check, and which cars it is for. */
export function AnnounceSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(reminderWords);
  const [form] = Form.useForm<Typed>();
  const draft = useDraft<Typed>('offer.new', start as Typed);
  const add = useWriting(offerRoutes.add, { touches: ['service-proposals'] });
  const save = (typed: Typed) =>
    add.mutate(
      { body: bodyOf(typed) },
      {
        onSuccess: () => {
          draft.clear();
          onClose();
        },
      },
    );
  const needed = [{ required: true, message: say('needed') }];
  const months = (min: number) => <InputNumber min={min} max={600} precision={0} />;
  return (
    <SheetForm title={say('announce')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        initialValues={draft.initial}
        onValuesChange={(_, all) => draft.keep(all)}
        onFinish={save}
      >
        <DraftNote draft={draft} form={form} empty={start as Typed} />
        <ProblemNote problem={add.error} form={form} onAgain={add.again} />
        <Form.Item name="name" label={say('offerName')} rules={needed}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="kind" label={say('offerKind')} rules={needed}>
            <Select
              options={offerKinds.map((kind) => ({ value: kind, label: say(offerKindWord[kind]) }))}
            />
          </Form.Item>
          <Form.Item name="place" label={say('place')}>
            <Input maxLength={200} autoComplete="off" />
          </Form.Item>
          <Form.Item name="fromOn" label={say('fromOn')} rules={needed}>
            <DayField />
          </Form.Item>
          <Form.Item name="untilOn" label={say('untilOn')} rules={needed}>
            <DayField />
          </Form.Item>
        </div>
        <Form.Item name="content" label={say('content')}>
          <Input.TextArea className="grows" rows={2} maxLength={1000} />
        </Form.Item>
        <Form.Item name="models" label={say('models')}>
          <Input.TextArea className="grows" rows={1} maxLength={800} />
        </Form.Item>
        <div className="form-pair">
          <Form.Item name="ageFromMonths" label={say('ageFrom')}>
            {months(0)}
          </Form.Item>
          <Form.Item name="ageToMonths" label={say('ageTo')}>
            {months(0)}
          </Form.Item>
          <Form.Item name="notSeenForMonths" label={say('notSeen')}>
            <InputNumber min={1} max={120} precision={0} />
          </Form.Item>
        </div>
        <FormEnd isBusy={add.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
