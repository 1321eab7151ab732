import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useWords } from '#web/useWords.ts';
import type { OpenWork } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { useColleagues } from './useColleagues.ts';

/** Where the records of each kind open; the others have no page of their own. */
const places: Partial<Record<OpenWork['kind'], string>> = {
  orders: '/service-orders',
  jobs: '/service-orders',
  trips: '/trips',
  followUps: '/calls',
  matters: '/matters',
  complaints: '/complaints',
};

/** What lies with a leaver of one kind, and who receives it. */
export function OpenKind(props: {
  open: OpenWork;
  leaverId: string;
  chosen: readonly string[];
  onChoose: (ids: readonly string[]) => void;
}) {
  const { open, leaverId, chosen, onChoose } = props;
  const say = useWords(staffWords);
  const { options, isLoading } = useColleagues(leaverId, open.needs);
  if (open.count === 0) {
    return <p className="soft">{say('everythingFollows', { count: open.following })}</p>;
  }
  const place = places[open.kind];
  return (
    <section className="person-open-work">
      <h3>{say(`open_${open.kind}`, { count: open.count })}</h3>
      <ul>
        {open.items.slice(0, 5).map(({ id, label }) => (
          <li key={id}>{place ? <Link to={`${place}/${id}`}>{label || id}</Link> : label}</li>
        ))}
      </ul>
      {open.count > 5 && <p className="soft">{say('openMore', { count: open.count - 5 })}</p>}
      {open.following > 0 && <p className="soft">{say('following', { count: open.following })}</p>}
      <div className="person-receiver">
        <span>{say('receivers')}</span>
        <Select
          mode="multiple"
          aria-label={`${say(`kind_${open.kind}`)} ${say('receivers')}`}
          showSearch={{ optionFilterProp: 'label' }}
          loading={isLoading}
          options={options}
          value={[...chosen]}
          onChange={onChoose}
          notFoundContent={isLoading ? undefined : say('noReceiver')}
        />
      </div>
    </section>
  );
}
