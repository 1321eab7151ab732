import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { shellWords } from '#web/words.ts';
import { type OrgUnit, organisationRoutes } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { BackupCard } from './BackupCard.tsx';
import './shop.css';

type Typed = Pick<OrgUnit, 'name' | 'address' | 'phone'>;

function ShopForm({ unit, mayChange }: { unit: OrgUnit; mayChange: boolean }) {
  const say = useWords(organisationWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const typed = Form.useWatch([], form);
  const change = useWriting(organisationRoutes.changeUnit, { touches: ['session'] });
  const { id, version, name, address, phone } = unit;
  const save = (body: Typed) =>
    change.mutate(
      { params: { orgUnitId: id }, body, version },
      { onSuccess: () => tell(say('saved')) },
    );
  const shown = typed ?? unit;
  return (
    <div className="shop-page">
      <Card>
        <Form<Typed>
          form={form}
          layout="vertical"
          requiredMark={false}
          disabled={!mayChange}
          initialValues={{ name, address, phone }}
          onFinish={save}
        >
          <ProblemNote problem={change.error} form={form} onAgain={change.again} />
          <Form.Item
            name="name"
            label={say('name')}
            rules={[{ required: true, whitespace: true, message: say('needName') }]}
          >
            <Input maxLength={80} placeholder={say('shopNameHint')} />
          </Form.Item>
          <Form.Item name="address" label={say('address')}>
            <Input maxLength={200} placeholder={say('addressHint')} />
          </Form.Item>
          <Form.Item name="phone" label={say('phone')}>
            <Input maxLength={40} inputMode="tel" placeholder={say('phoneHint')} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('save')}
          </Button>
        </Form>
      </Card>
      <section className="shop-letterhead" aria-label={say('printed')}>
        <p className="soft">{say('printed')}</p>
        <div>
          <strong>{shown.name}</strong>
          <p>{[shown.address, shown.phone].filter(Boolean).join('　')}</p>
        </div>
      </section>
    </div>
  );
}

/** Name, address and telephone of the shop, as they stand on every printed form. */
export default function ShopPage() {
  const say = useWords(organisationWords);
  const shell = useWords(shellWords);
  const session = useSession();
  const mayChange = mayUse(session, ['organisation.manage']);
  const { data, error } = useQuery(
    reading(organisationRoutes.listUnits, { query: { limit: 200 } }),
  );
  const unit = data?.items.find(({ id }) => id === session.orgUnitId);
  return (
    <Page title={say('shopData')} note={say(mayChange ? 'shopDataLead' : 'readOnly')}>
      <ProblemNote problem={error} />
      {!data && !error && <p className="soft">{shell('loading')}</p>}
      {unit && <ShopForm key={unit.id} unit={unit} mayChange={mayChange} />}
      <BackupCard />
    </Page>
  );
}
