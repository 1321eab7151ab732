import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { YuanField } from '#web/YuanField.tsx';
import { memberRuleRoutes as routes } from '../contract.ts';
import type { RuleCardProps } from './RulesPage.tsx';
import { useMemberWords } from './useMemberWords.ts';

const touches = { touches: ['memberships'] };

/** What is sold as a package: what was bought stays as it was. */
export function OffersCard({ rules: { packages }, mayChange }: RuleCardProps) {
  const { say } = useMemberWords();
  const [isAdding, setAdding] = useState(false);
  const change = useWriting(routes.changeOffer, touches);
  return (
    <Card
      title={say('packages')}
      actions={mayChange && <Button onClick={() => setAdding(true)}>{say('offer')}</Button>}
    >
      <ProblemNote problem={change.error} onAgain={change.again} />
      {packages.length === 0 && <p className="soft">{say('noPackages')}</p>}
      <ul className="member-lines">
        {packages.map(({ id, name, priceFen, items, validDays, isOffered }) => (
          <li key={id}>
            <span className="member-line-name">
              {name}
              <span className="soft">
                {' '}
                {items
                  .map((item) => `${item.name}×${item.uses}（¥${formatFen(item.unitFen)}）`)
                  .join('，')}
              </span>
            </span>
            <span className="figures">¥{formatFen(priceFen)}</span>
            <span className="soft">
              {say('validDays')} {validDays}
            </span>
            <span className="soft">{say(isOffered ? 'offered' : 'notOffered')}</span>
            {mayChange && (
              <Button
                size="small"
                onClick={() =>
                  change.mutate({
                    params: { servicePackageId: id },
                    body: { isOffered: !isOffered },
                  })
                }
              >
                {say(isOffered ? 'stopOffer' : 'again')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {isAdding && (
        <SheetForm title={say('offer')} onClose={() => setAdding(false)}>
          <OfferForm onDone={() => setAdding(false)} />
        </SheetForm>
      )}
    </Card>
  );
}

type Typed = BodyOf<typeof routes.offerPackage>;

function OfferForm({ onDone }: { onDone: () => void }) {
  const { say } = useMemberWords();
  const [form] = Form.useForm<Typed>();
  const offer = useWriting(routes.offerPackage, touches);
  const needed = [{ required: true, message: say('needed') }];
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ validDays: 365, items: [{ uses: 10 }] }}
      onFinish={(body) => offer.mutate({ body }, { onSuccess: onDone })}
    >
      <ProblemNote problem={offer.error} form={form} onAgain={offer.again} />
      <div className="form-three">
        <Form.Item name="name" label={say('packageName')} rules={needed}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
        <Form.Item name="priceFen" label={say('packagePrice')} rules={needed}>
          <YuanField prefix="¥" />
        </Form.Item>
        <Form.Item name="validDays" label={say('validDays')} rules={needed}>
          <InputNumber min={1} max={3650} precision={0} />
        </Form.Item>
      </div>
      <Form.List name="items">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <div key={key} className="member-rule-row">
                <Form.Item name={[name, 'name']} label={say('item')} rules={needed}>
                  <Input maxLength={60} autoComplete="off" />
                </Form.Item>
                <Form.Item name={[name, 'uses']} label={say('uses')} rules={needed}>
                  <InputNumber min={1} max={1000} precision={0} />
                </Form.Item>
                <Form.Item name={[name, 'unitFen']} label={say('unitPrice')} rules={needed}>
                  <YuanField
                    prefix="¥"
                    suffix={
                      fields.length > 1 && (
                        <button
                          type="button"
                          className="plain-button"
                          aria-label={say('cancel')}
                          onClick={() => remove(name)}
                        >
                          <Icon name="close" size={14} />
                        </button>
                      )
                    }
                  />
                </Form.Item>
              </div>
            ))}
            <Button type="link" disabled={fields.length >= 20} onClick={() => add({ uses: 1 })}>
              {say('addItem')}
            </Button>
          </>
        )}
      </Form.List>
      <FormEnd isBusy={offer.isPending} onCancel={onDone} />
    </Form>
  );
}
