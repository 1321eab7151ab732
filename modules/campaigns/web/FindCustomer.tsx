import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { customerRoutes } from '#modules/customers/contract.ts';
import { reading } from '#web/api.ts';
import { useSay } from './useSay.ts';

/** Whom it is about, found by name, telephone or plate. */
export function FindCustomer() {
  const say = useSay();
  const [q, setQ] = useState('');
  const found = useQuery({
    ...reading(customerRoutes.list, { query: { q, limit: 10 } }),
    enabled: q.trim() !== '',
  });
  return (
    <Form.Item
      name="customerId"
      label={say('customer')}
      rules={[{ required: true, message: say('needed') }]}
    >
      <Select
        aria-label={say('customer')}
        showSearch={{ filterOption: false, onSearch: setQ }}
        placeholder={say('findCustomer')}
        notFoundContent={null}
        options={(found.data?.items ?? []).map(({ id, name, phone }) => ({
          value: id,
          label: [name, phone].filter(Boolean).join('　'),
        }))}
      />
    </Form.Item>
  );
}
