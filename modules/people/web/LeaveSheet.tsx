import { useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { type EmployeeDetail, type OpenWork, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { peopleWords } from '../locales/words.ts';
import { OpenKind } from './OpenKind.tsx';
import './people.css';
import { type Receivers, useColleagues } from './useColleagues.ts';

/** Before a colleague leaves: what lies with him and who receives it; then all of it at once (ORG-07). */
export function LeaveSheet(props: { person: EmployeeDetail; onClose: () => void }) {
  const { person, onClose } = props;
  const say = useWords(staffWords);
  const words = useWords(peopleWords);
  const tell = useTell();
  const { id: employeeId, name, version } = person;
  const params = { employeeId };
  const { data, error } = useQuery(reading(staffRoutes.openWork, { params }));
  const [receivers, setReceivers] = useState<Receivers>({});
  const leave = useWriting(staffRoutes.leave, {
    touches: ['stand-ins', 'service-orders', 'complaints', 'follow-ups', 'matters', 'handovers'],
  });
  const own = data?.items.filter(({ count }) => count > 0) ?? [];
  const isReady = data !== undefined && own.every(({ kind }) => receivers[kind]?.length);
  const confirm = () => {
    const handOver = own.map(({ kind }) => ({ kind, employeeIds: [...(receivers[kind] ?? [])] }));
    leave.mutate(
      { params, version, body: { handOver } },
      {
        onSuccess: () => {
          tell(say('hasLeft', { name }));
          onClose();
        },
      },
    );
  };
  return (
    <Sheet title={say('leaveTitle', { name })} onClose={onClose}>
      <div className="person-key-sheet">
        <ProblemNote problem={leave.error ?? error} onAgain={leave.again} />
        {data && (
          <Holdings
            leaverId={employeeId}
            items={data.items}
            receivers={receivers}
            onChange={setReceivers}
          />
        )}
        {data && (
          <p className="soft">
            {data.hasLogin
              ? say('leaveEnds', { sessions: data.sessions })
              : say('leaveEndsNoLogin')}
          </p>
        )}
        <div className="form-end">
          <Button
            danger
            type="primary"
            loading={leave.isPending || (!data && !error)}
            disabled={!isReady}
            title={isReady ? undefined : say('chooseAll')}
            onClick={confirm}
          >
            {say(own.length > 0 ? 'handOverAndLeave' : 'leave')}
          </Button>
          <Button onClick={onClose}>{words('cancel')}</Button>
        </div>
      </div>
    </Sheet>
  );
}

function Holdings(props: {
  leaverId: string;
  items: readonly OpenWork[];
  receivers: Receivers;
  onChange: (receivers: Receivers) => void;
}) {
  const { leaverId, items, receivers, onChange } = props;
  const say = useWords(staffWords);
  const everybody = useColleagues(leaverId, null);
  const own = items.filter(({ count }) => count > 0);
  if (items.length === 0) return <p className="soft">{say('nothingOpen')}</p>;
  const giveAll = (id: string) => onChange(Object.fromEntries(own.map(({ kind }) => [kind, [id]])));
  return (
    <>
      <p>{say('leaveLead')}</p>
      {own.length > 1 && (
        <div className="person-receiver">
          <span>{say('receiverAll')}</span>
          <Select
            aria-label={say('receiverAll')}
            showSearch={{ optionFilterProp: 'label' }}
            options={everybody.options}
            loading={everybody.isLoading}
            onChange={giveAll}
          />
        </div>
      )}
      {items.map((open) => (
        <OpenKind
          key={open.kind}
          open={open}
          leaverId={leaverId}
          chosen={receivers[open.kind] ?? []}
          onChoose={(ids) => onChange({ ...receivers, [open.kind]: ids })}
        />
      ))}
    </>
  );
}
