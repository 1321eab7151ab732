import { Button, Form, Input, InputNumber } from 'antd';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useWords } from '#web/useWords.ts';
import { genuineRoutes, mostCodesInABatch } from '../contract.ts';
import { genuineWords } from '../locales/words.ts';
import { LabelsButton } from './LabelsButton.tsx';

interface Fields {
  product: string;
  partNumber?: string;
  codes: number;
}

/** What for and how many; then at once the file for the label printer. */
export function IssueSheet({ onClose }: { onClose: () => void }) {
  const say = useWords(genuineWords);
  const [form] = Form.useForm<Fields>();
  const issue = useWriting(genuineRoutes.issue, { touches: ['genuine-codes'] });
  const done = issue.data;
  return (
    <Sheet title={say('issue')} onClose={onClose}>
      <div className="genuine-desk-sheet">
        {done ? (
          <div role="status" className="genuine-desk-done">
            <p>{say('issued', { number: done.number, codes: done.codes })}</p>
            <LabelsButton batch={done} />
          </div>
        ) : (
          <Form
            form={form}
            layout="vertical"
            initialValues={{ codes: 100 }}
            onFinish={(body) => issue.mutate({ body })}
          >
            <p className="soft">{say('issueLead')}</p>
            <ProblemNote problem={issue.error} form={form} onAgain={issue.again} />
            <Form.Item
              name="product"
              label={say('product')}
              rules={[{ required: true, whitespace: true, message: say('needProduct') }]}
            >
              <Input maxLength={120} autoComplete="off" placeholder={say('productHint')} />
            </Form.Item>
            <div className="form-pair">
              <Form.Item name="partNumber" label={say('partNumber')}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <Form.Item
                name="codes"
                label={say('count')}
                rules={[{ required: true, message: say('needCount') }]}
              >
                <InputNumber min={1} max={mostCodesInABatch} precision={0} />
              </Form.Item>
            </div>
            <div className="form-end">
              <Button onClick={onClose}>{say('cancel')}</Button>
              <Button type="primary" htmlType="submit" loading={issue.isPending}>
                {say('issue')}
              </Button>
            </div>
          </Form>
        )}
      </div>
    </Sheet>
  );
}
