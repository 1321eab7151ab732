import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { lazy, Suspense } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type OrgUnit, organisationRoutes, regionRoutes, tiers } from '../contract.ts';
import { organisationWords } from '../locales/words.ts';
import { treeWords } from '../locales/words-tree.ts';
import './tree.css';

const Sharing = lazy(() => import('./Sharing.tsx'));

interface Typed {
  name: string;
  code: string;
  tier: OrgUnit['tier'];
  region?: string;
}
type Given = { parent: OrgUnit; unit?: undefined } | { unit: OrgUnit; parent?: undefined };

/** A new unit below another, or the facts of one that is there. */
export function UnitSheet({ parent, unit, onClose }: Given & { onClose: () => void }) {
  const say = useWords(organisationWords);
  const tell = useTell();
  const tree = useWords(treeWords);
  const { data: regions } = useQuery(reading(regionRoutes.list, {}));
  const [form] = Form.useForm<Typed>();
  const add = useWriting(organisationRoutes.addUnit, { touches: ['staffing'] });
  const change = useWriting(organisationRoutes.changeUnit, { touches: ['session', 'staffing'] });
  const { error, again, isPending } = unit ? change : add;
  const save = ({ name, code, tier, region }: Typed) => {
    const done = () => {
      tell(unit ? say('saved') : say('added', { name }));
      onClose();
    };
    if (!unit)
      return add.mutate({ body: { parentId: parent.id, name, code, tier } }, { onSuccess: done });
    const body = { name, tier, region: region?.trim() || null };
    change.mutate(
      { params: { orgUnitId: unit.id }, body, version: unit.version },
      { onSuccess: done },
    );
  };
  const possible = parent ? tiers.slice(tiers.indexOf(parent.tier) + 1) : tiers;
  return (
    <Sheet
      title={unit ? say('changeOf', { name: unit.name }) : say('addBelowOf', { name: parent.name })}
      onClose={onClose}
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="shop-sheet"
        initialValues={{
          name: unit?.name,
          tier: unit?.tier ?? possible.at(-1),
          region: unit?.region ?? '',
        }}
        onFinish={save}
      >
        <ProblemNote problem={error} form={form} onAgain={again} />
        <Form.Item
          name="name"
          label={say('name')}
          rules={[{ required: true, whitespace: true, message: say('needName') }]}
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        {!unit && (
          <Form.Item
            name="code"
            label={say('code')}
            extra={say('codeHint')}
            rules={[{ required: true, whitespace: true, message: say('needCode') }]}
          >
            <Input maxLength={30} />
          </Form.Item>
        )}
        <Form.Item
          name="tier"
          label={say('tier')}
          extra={unit ? say('tierHint') : undefined}
          rules={[{ required: true, message: say('needTier') }]}
        >
          <Radio.Group
            optionType="button"
            options={possible.map((tier) => ({ value: tier, label: say(tier) }))}
          />
        </Form.Item>
        {unit && (
          <Form.Item name="region" label={say('region')} extra={say('regionHint')}>
            <select className="plain-field" key={regions?.items.length}>
              <option value="">{tree('noRegion')}</option>
              {regions?.items.map(({ id, name }) => (
                <option key={id} value={name}>
                  {name}
                </option>
              ))}
            </select>
          </Form.Item>
        )}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={isPending}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </Form>
      {unit?.parentId && (
        <Suspense fallback={<Waiting />}>
          <Sharing unit={unit} />
        </Suspense>
      )}
    </Sheet>
  );
}
