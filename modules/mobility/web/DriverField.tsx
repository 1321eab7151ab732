import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading } from '#web/api.ts';
import { useMobilityWords } from './useMobilityWords.ts';

/** Who goes: colleagues who work with orders. */
export function DriverField(props: {
  id?: string;
  value?: string;
  onChange?: (value: string | undefined) => void;
}) {
  const { id, value, onChange } = props;
  const { say } = useMobilityWords();
  const query = { permission: 'serviceOrders.see', state: 'active', limit: 200 } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  return (
    <Select
      id={id}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={say('driver')}
      value={value}
      onChange={(next?: string) => onChange?.(next)}
      options={(data?.items ?? []).map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
