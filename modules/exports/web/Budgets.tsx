import { useQuery } from '@tanstack/react-query';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { grouped } from '#web/figures.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { exportRoutes, type RoleBudget } from '../contract.ts';
import { exportWords } from '../locales/words.ts';

/** How much each role may take out in a day; the owner changes it. */
export function Budgets() {
  const say = useWords(exportWords);
  const { data, error } = useQuery(reading(exportRoutes.budgets, {}));
  const mayChange = mayUse(useSession(), ['organisation.manage']);
  return (
    <Card title={say('budgets')}>
      <p className="soft">{say('budgetsLead')}</p>
      <ProblemNote problem={error} />
      <ul className="export-budgets">
        {data?.items.map((role) => (
          <Budget key={role.roleId} role={role} mayChange={mayChange} />
        ))}
      </ul>
    </Card>
  );
}

function Budget({ role, mayChange }: { role: RoleBudget; mayChange: boolean }) {
  const say = useWords(exportWords);
  const [isOpen, setIsOpen] = useState(false);
  const set = useWriting(exportRoutes.setBudget, { touches: ['export-budgets'] });
  const save = (body: { rowsADay: number }) =>
    set.mutate({ params: { roleId: role.roleId }, body }, { onSuccess: () => setIsOpen(false) });
  return (
    <li>
      <span>{role.roleName}</span>
      {isOpen ? (
        <Form initialValues={role} onFinish={save}>
          <Form.Item name="rowsADay" noStyle rules={[{ required: true }]}>
            <InputNumber
              autoFocus
              min={0}
              max={1_000_000}
              precision={0}
              aria-label={say('budgets')}
            />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {say('save')}
          </Button>
          <Button onClick={() => setIsOpen(false)}>{say('cancel')}</Button>
          <ProblemNote problem={set.error} onAgain={set.again} />
        </Form>
      ) : (
        <>
          <span className="figures">{say('aDay', { rows: grouped(role.rowsADay) })}</span>
          {role.isUsual && <span className="soft">{say('budgetUsual')}</span>}
          {mayChange && (
            <Button size="small" type="text" onClick={() => setIsOpen(true)}>
              {say('change')}
            </Button>
          )}
        </>
      )}
    </li>
  );
}
