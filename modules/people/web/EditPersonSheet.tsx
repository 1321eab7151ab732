import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Select } from 'antd';
import { organisationRoutes } from '#modules/organisation/contract.ts';
import type { BodyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type EmployeeDetail, peopleRoutes, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { peopleWords } from '../locales/words.ts';
import './people.css';

type Typed = BodyOf<typeof staffRoutes.change>;
/** Name, roles, post, telephone; the workplace only where there is more than one. */
export function EditPersonSheet(props: { person: EmployeeDetail; onClose: () => void }) {
  const { person, onClose } = props;
  const say = useWords(staffWords);
  const words = useWords(peopleWords);
  const tell = useTell();
  const [form] = Form.useForm<Typed>();
  const roles = useQuery(reading(peopleRoutes.listRoles, { query: { limit: 200 } }));
  const units = useQuery(reading(organisationRoutes.listUnits, { query: { limit: 200 } }));
  const change = useWriting(staffRoutes.change, { touches: ['session'] });
  const { id: employeeId, version, name, post, phone, roleKeys, orgUnitId } = person;
  const save = (body: Typed) =>
    change.mutate(
      { params: { employeeId }, body, version },
      {
        onSuccess: (saved) => {
          tell(say('saved', { name: saved.name }));
          onClose();
        },
      },
    );
  const places = units.data?.items ?? [];
  return (
    <Sheet title={say('editTitle', { name })} onClose={onClose}>
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        className="person-key-sheet"
        initialValues={{ name, post, phone, roleKeys, orgUnitId }}
        onFinish={save}
      >
        <ProblemNote problem={change.error} form={form} onAgain={change.again} />
        <Form.Item
          name="name"
          label={words('name')}
          rules={[{ required: true, whitespace: true, message: words('needName') }]}
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item name="roleKeys" label={words('roles')} extra={words('rolesHelp')}>
          <Select
            mode="multiple"
            loading={roles.isPending}
            optionFilterProp="label"
            options={roles.data?.items.map((role) => ({ value: role.key, label: role.name }))}
          />
        </Form.Item>
        <Form.Item name="post" label={words('post')}>
          <Input maxLength={40} placeholder={words('postHint')} />
        </Form.Item>
        <Form.Item name="phone" label={words('phone')}>
          <Input maxLength={40} inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="orgUnitId" label={words('workplace')} hidden={places.length < 2}>
          <Select options={places.map((unit) => ({ value: unit.id, label: unit.name }))} />
        </Form.Item>
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {say('save')}
          </Button>
          <Button onClick={onClose}>{words('cancel')}</Button>
        </div>
      </Form>
    </Sheet>
  );
}
