import { useQuery } from '@tanstack/react-query';
import { Form, Select } from 'antd';
import { useState } from 'react';
import { customerRoutes } from '#modules/customers/contract.ts';
import { reading } from '#web/api.ts';
import { SheetForm } from '#web/SheetForm.tsx';
import LetterForm from './LetterForm.tsx';
import { useSay } from './useSay.ts';

/** Whom it goes to comes first; the rest depends on his file. */
export default function NewLetter({ onClose }: { onClose: () => void }) {
  const say = useSay();
  const [q, setQ] = useState('');
  const [customerId, setCustomerId] = useState<string>();
  const found = useQuery({
    ...reading(customerRoutes.list, { query: { q, limit: 10 } }),
    enabled: q.trim() !== '',
  });
  return (
    <SheetForm title={say('write')} onClose={onClose}>
      <Form layout="vertical">
        <Form.Item label={say('customer')}>
          <Select
            aria-label={say('customer')}
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={say('findCustomer')}
            notFoundContent={null}
            value={customerId}
            onChange={setCustomerId}
            options={(found.data?.items ?? []).map(({ id, name, phone }) => ({
              value: id,
              label: [name, phone].filter(Boolean).join('　'),
            }))}
          />
        </Form.Item>
      </Form>
      {customerId && (
        <LetterForm
          key={customerId}
          customer={{ id: customerId }}
          onDone={(letterId) => letterId === undefined && onClose()}
        />
      )}
    </SheetForm>
  );
}
