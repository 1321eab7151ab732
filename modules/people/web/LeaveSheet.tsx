import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type EmployeeDetail, type OpenWork, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { peopleWords } from '../locales/words.ts';
import './people.css';

/** Where the records of each kind open. */
const places: Record<OpenWork['kind'], string> = {
  orders: '/service-orders',
  followUps: '/calls',
  matters: '/matters',
  complaints: '/complaints',
};

/** Before a colleague leaves: what lies with him, so that none of it is forgotten (ORG-07). */
export function LeaveSheet(props: { person: EmployeeDetail; onClose: () => void }) {
  const { person, onClose } = props;
  const say = useWords(staffWords);
  const words = useWords(peopleWords);
  const tell = useTell();
  const { id: employeeId, name, version } = person;
  const params = { employeeId };
  const { data, error } = useQuery(reading(staffRoutes.openWork, { params }));
  const leave = useWriting(staffRoutes.leave, { touches: ['stand-ins'] });
  const confirm = () =>
    leave.mutate(
      { params, version, body: { openWorkSeen: true } },
      {
        onSuccess: () => {
          tell(say('hasLeft', { name }));
          onClose();
        },
      },
    );
  return (
    <Sheet title={say('leaveTitle', { name })} onClose={onClose}>
      <div className="person-key-sheet">
        <ProblemNote problem={leave.error ?? error} onAgain={leave.again} />
        <p>{say('leaveLead')}</p>
        {data?.items.length === 0 && <p className="soft">{say('nothingOpen')}</p>}
        {data?.items.map((kind) => (
          <OpenKind key={kind.kind} open={kind} />
        ))}
        <div className="form-end">
          <Button danger type="primary" loading={leave.isPending || !data} onClick={confirm}>
            {say(data && data.items.length > 0 ? 'leaveAllTheSame' : 'leave')}
          </Button>
          <Button onClick={onClose}>{words('cancel')}</Button>
        </div>
      </div>
    </Sheet>
  );
}

function OpenKind({ open }: { open: OpenWork }) {
  const say = useWords(staffWords);
  return (
    <section className="person-open-work">
      <h3>{say(`open_${open.kind}`, { count: open.count })}</h3>
      <ul>
        {open.items.map(({ id, label }) => (
          <li key={id}>
            <Link to={`${places[open.kind]}/${id}`}>{label}</Link>
          </li>
        ))}
      </ul>
      {open.count > open.items.length && (
        <p className="soft">{say('openMore', { count: open.count - open.items.length })}</p>
      )}
    </section>
  );
}
