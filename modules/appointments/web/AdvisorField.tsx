import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading } from '#web/api.ts';
import { useAppointmentWords } from './useAppointmentWords.ts';

/** Whom the customer wishes to be received by: those who receive cars. */
export function AdvisorField(props: {
  value?: string | null;
  onChange?: (value: string | null) => void;
}) {
  const { value, onChange } = props;
  const { say } = useAppointmentWords();
  const query = { permission: 'serviceOrders.receive', state: 'active', limit: 200 } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  return (
    <Select
      allowClear
      aria-label={say('advisor')}
      value={value ?? undefined}
      onChange={(next?: string) => onChange?.(next ?? null)}
      options={(data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}
