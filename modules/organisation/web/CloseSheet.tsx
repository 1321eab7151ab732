import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type OrgUnit, treeRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { treeWords } from '../locales/words-tree.ts';
import { Counts } from './Counts.tsx';

/** What is still open, or why it is closed. */
export default function CloseSheet({ unit, onClose }: { unit: OrgUnit; onClose: () => void }) {
  const say = useWords(organisationWords);
  const tree = useWords(treeWords);
  const tell = useTell();
  const [form] = Form.useForm<{ reason: string }>();
  const params = { orgUnitId: unit.id };
  const { data, error } = useQuery(reading(treeRoutes.previewClosing, { params }));
  const close = useWriting(treeRoutes.closeUnit);
  const isOpen = data && (data.unitsOpen > 0 || data.counts.length > 0);
  const closeNow = (body: { reason: string }) =>
    close.mutate(
      { params, body },
      {
        onSuccess: () => {
          tell(tree('closedDone', { name: unit.name }));
          onClose();
        },
      },
    );
  return (
    <Sheet title={tree('closeOf', { name: unit.name })} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="shop-sheet"
        onFinish={closeNow}
      >
        <ProblemNote problem={error ?? close.error} form={form} onAgain={close.again} />
        <p className="soft">{tree('closeLead')}</p>
        {!data && !error && <p className="soft">{tree('looking')}</p>}
        {isOpen && (
          <Counts
            title={tree('stillOpen')}
            first={data.unitsOpen > 0 ? [[tree('unitsOpen'), data.unitsOpen]] : []}
            counts={data.counts}
          />
        )}
        {data && !isOpen && <p>{tree('nothingOpen')}</p>}
        <Form.Item
          name="reason"
          label={tree('closeReason')}
          rules={[{ required: true, whitespace: true, message: tree('needReason') }]}
        >
          <Input maxLength={200} placeholder={tree('closeReasonHint')} disabled={!data || isOpen} />
        </Form.Item>
        <div className="form-end">
          <Button
            danger
            htmlType="submit"
            disabled={!data || isOpen}
            title={isOpen ? tree('stillOpen') : undefined}
            loading={close.isPending}
          >
            {tree('closeNow')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
