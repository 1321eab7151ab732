import { Button, Form, Input, Radio } from 'antd';
import type { BodyOf } from '#shared/route.ts';
import { useWriting } from '#web/api.ts';
import { DayField } from '#web/DayField.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { basisKinds, type OrgUnit, sharingRoutes, type UnitSharing } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { sharingWords } from '../locales/words-sharing.ts';

type Typed = BodyOf<typeof sharingRoutes.record>;

/** By what a unit above may see the customers of this one. */
export function BasisForm(props: {
  unit: OrgUnit;
  above: UnitSharing['above'];
  onDone: () => void;
}) {
  const { unit, above, onDone } = props;
  const say = useWords(organisationWords);
  const tree = useWords(sharingWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const record = useWriting(sharingRoutes.record, { touches: ['org-units'] });
  const save = ({ validUntil, ...typed }: Typed) =>
    record.mutate(
      { params: { orgUnitId: unit.id }, body: { ...typed, validUntil: validUntil || null } },
      {
        onSuccess: () => {
          tell(tree('basisAdded'));
          onDone();
        },
      },
    );
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ toUnitId: above[0]?.id, kind: 'consent' }}
      onFinish={save}
    >
      <ProblemNote problem={record.error} form={form} onAgain={record.again} />
      <Form.Item
        name="toUnitId"
        label={tree('toUnit')}
        rules={[{ required: true, message: tree('needToUnit') }]}
      >
        <select className="plain-field">
          {above.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Form.Item>
      <Form.Item name="kind" label={tree('basisKind')}>
        <Radio.Group
          className="shop-basis-kinds"
          options={basisKinds.map((kind) => ({ value: kind, label: tree(`basis_${kind}`) }))}
        />
      </Form.Item>
      <Form.Item
        name="purpose"
        label={tree('purpose')}
        rules={[{ required: true, whitespace: true, message: tree('needPurpose') }]}
      >
        <Input maxLength={300} placeholder={tree('purposeHint')} />
      </Form.Item>
      <Form.Item
        name="document"
        label={tree('document')}
        rules={[{ required: true, whitespace: true, message: tree('needDocument') }]}
      >
        <Input maxLength={300} placeholder={tree('documentHint')} />
      </Form.Item>
      <div className="form-pair">
        <Form.Item
          name="validFrom"
          label={tree('validFrom')}
          rules={[{ required: true, message: tree('needFrom') }]}
        >
          <DayField />
        </Form.Item>
        <Form.Item name="validUntil" label={tree('validUntil')}>
          <DayField />
        </Form.Item>
      </div>
      <div className="form-end">
        <Button type="primary" htmlType="submit" loading={record.isPending}>
          {say('save')}
        </Button>
        <Button onClick={onDone}>{say('cancel')}</Button>
      </div>
    </Form>
  );
}
