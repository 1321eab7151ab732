import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Switch } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { QrCode } from '#web/QrCode.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { type Publication, priceRoutes } from '../contract.ts';
import type { At } from './PriceTable.tsx';
import { usePriceWords } from './usePriceWords.ts';

/** Whether customers may read the list without a login, and where. */
export default function OpenSheet(props: { at: At; mayChange: boolean; onClose: () => void }) {
  const { at, mayChange, onClose } = props;
  const { say } = usePriceWords();
  const where = { ...(at.orgUnitId && { orgUnitId: at.orgUnitId }) };
  const { data, error } = useQuery(reading(priceRoutes.publication, { query: where }));
  return (
    <Sheet title={say('openTitle')} onClose={onClose}>
      <div className="price-desk-sheet">
        <p className="soft">{say('openLead')}</p>
        <ProblemNote problem={error} />
        {!data && !error && <Waiting />}
        {data && <Opening key={data.orgUnitId} shown={data} mayChange={mayChange} />}
      </div>
    </Sheet>
  );
}

interface Typed {
  isOpen: boolean;
  complaintPhone: string;
}

function Opening({ shown, mayChange }: { shown: Publication; mayChange: boolean }) {
  const { say } = usePriceWords();
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const publish = useWriting(priceRoutes.publish);
  const { orgUnitId, orgUnitName, isOpen, complaintPhone, address } = shown;
  const save = (typed: Typed) =>
    publish.mutate(
      { body: { orgUnitId, ...typed } },
      { onSuccess: (saved) => tell(say(saved.isOpen ? 'openedNow' : 'closedNow')) },
    );
  return (
    <>
      <Form<Typed>
        form={form}
        layout="vertical"
        disabled={!mayChange}
        initialValues={{ isOpen, complaintPhone }}
        onFinish={save}
      >
        <ProblemNote problem={publish.error} form={form} onAgain={publish.again} />
        <Form.Item
          name="isOpen"
          label={`${orgUnitName} · ${say('isOpen')}`}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
        <Form.Item
          name="complaintPhone"
          label={say('complaintPhone')}
          extra={say('complaintPhoneHint')}
        >
          <Input maxLength={40} autoComplete="off" />
        </Form.Item>
        {mayChange && (
          <div className="form-end">
            <Button type="primary" htmlType="submit" loading={publish.isPending}>
              {say('save')}
            </Button>
          </div>
        )}
      </Form>
      {isOpen && (
        <section className="price-desk-address">
          <QrCode text={address} label={say('address')} />
          <div>
            <p className="soft">{say('address')}</p>
            <a href={address} target="_blank" rel="noreferrer">
              {address}
            </a>
          </div>
        </section>
      )}
    </>
  );
}
