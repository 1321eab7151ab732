import { useQuery } from '@tanstack/react-query';
import { peopleRoutes } from '#modules/people/contract.ts';
import { reading } from '#web/api.ts';
import { useWorkWords } from './workWords.ts';

/** A colleague of any department. */
export function OwnerField(props: {
  id?: string;
  label: string;
  value: string;
  onChange: (id: string) => void;
  /** What stands for nobody chosen. */
  empty?: string;
}) {
  const { id, label, value, onChange } = props;
  const { say } = useWorkWords();
  const query = { state: 'active', limit: 200 } as const;
  const { data } = useQuery(reading(peopleRoutes.listEmployees, { query }));
  return (
    <select
      id={id}
      className="plain-field"
      aria-label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
    >
      <option value="">{props.empty ?? say('nobodyElse')}</option>
      {data?.items.map(({ id: employeeId, name, post }) => (
        <option key={employeeId} value={employeeId}>
          {[name, post].filter(Boolean).join(' · ')}
        </option>
      ))}
    </select>
  );
}
