import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useAddress } from '#web/useAddress.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type DispatchLine, dispatchRoutes, type Technician } from '../contract.ts';
import { ConflictList } from './ConflictList.tsx';
import { DaySheet } from './DaySheet.tsx';
import './dispatch.css';
import { DispatchRow } from './DispatchRow.tsx';
import { LateList } from './LateList.tsx';
import { SettleForm } from './SettleForm.tsx';
import { ShareSheet } from './ShareSheet.tsx';
import { TechnicianCard } from './TechnicianCard.tsx';
import { useClockWords } from './useClockWords.ts';

/** Jobs beside technicians (派工): choose one, press a digit; or drag it there. */
export default function DispatchPage() {
  const { say } = useClockWords();
  const { data, error, isPending, refetch } = useQuery(
    reading(dispatchRoutes.board, {}, { follows: ['service-orders'] }),
  );
  return (
    <Page
      title={say('dispatch')}
      note={<span className="for-keyboard">{say('keysHint')}</span>}
      actions={
        <>
          {data && data.conflicts.length > 0 && (
            <a href="#conflicts">
              {say('conflicts')} <span className="figures">{data.conflicts.length}</span>
            </a>
          )}
          <Link to={'/workshop/wall' as never}>{say('wall')}</Link>
        </>
      }
    >
      {isPending && <Waiting />}
      {error && !data && (
        <div>
          <ProblemNote problem={error} />
          <Button onClick={() => void refetch()}>{say('readAgain')}</Button>
        </div>
      )}
      {data && (
        <div className="dispatch">
          <LateList late={data.late} />
          <Table lines={data.lines} technicians={data.technicians} />
          <ConflictList
            conflicts={data.conflicts}
            actions={(one) => <SettleForm conflicted={one} />}
          />
        </div>
      )}
    </Page>
  );
}

/** Why a technician is not given a job: the certificate that he lacks. */
export const lackOf = (line: DispatchLine | undefined, { certificates }: Technician): string =>
  line && line.certificate !== '' && !certificates.includes(line.certificate)
    ? line.certificate
    : '';

function useAssign() {
  const { say } = useClockWords();
  const tell = useTell();
  const assign = useWriting(dispatchRoutes.assign);
  const to = (line: DispatchLine, ids: readonly string[]) =>
    assign.mutate(
      { body: { lineId: line.id, technicians: ids.map((technicianId) => ({ technicianId })) } },
      { onSuccess: () => tell(say('assigned')) },
    );
  return { to, problem: assign.error, again: assign.again };
}

function Table(props: { lines: readonly DispatchLine[]; technicians: readonly Technician[] }) {
  const { lines, technicians } = props;
  const { say } = useClockWords();
  const [address, setAddress] = useAddress();
  const [isAdding, setIsAdding] = useState(false);
  const [dayOf, setDayOf] = useState<Technician | null>(null);
  const [sharing, setSharing] = useState<DispatchLine | null>(null);
  const assign = useAssign();
  const chosen = lines.find(({ id }) => id === address.line) ?? lines[0];
  const give = (line: DispatchLine, technician: Technician) => {
    if (lackOf(line, technician)) return;
    const others = isAdding ? line.assigned.map(({ employeeId }) => employeeId) : [];
    assign.to(line, [...others.filter((id) => id !== technician.id), technician.id]);
  };
  const onKey = (event: React.KeyboardEvent) => {
    const at = lines.findIndex(({ id }) => id === chosen?.id);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const next = step && lines[at + step];
    if (next) {
      event.preventDefault();
      setAddress({ line: next.id });
      document.getElementById(`dispatch-${next.id}`)?.focus();
    }
    const technician = /^[1-9]$/.test(event.key) && technicians[Number(event.key) - 1];
    if (technician && chosen) give(chosen, technician);
  };
  if (lines.length === 0 && technicians.length === 0)
    return <EmptyState icon="wrench" title={say('noWork')} next={say('noWorkNext')} />;
  return (
    <>
      <ProblemNote problem={assign.problem} onAgain={assign.again} />
      <div className="dispatch-table">
        <section aria-label={say('waitingJobs')}>
          <h2>
            {say('waitingJobs')} <span className="soft figures">{lines.length}</span>
          </h2>
          {lines.length === 0 && (
            <EmptyState icon="check" title={say('noWork')} next={say('noWorkNext')} />
          )}
          <div role="listbox" aria-label={say('waitingJobs')} tabIndex={-1} onKeyDown={onKey}>
            {lines.map((line) => (
              <DispatchRow
                key={line.id}
                line={line}
                isChosen={line.id === chosen?.id}
                onChoose={() => setAddress({ line: line.id })}
                onTakeBack={(id) =>
                  assign.to(
                    line,
                    line.assigned.flatMap((one) => (one.employeeId === id ? [] : one.employeeId)),
                  )
                }
                onShare={() => setSharing(line)}
              />
            ))}
          </div>
        </section>
        <section aria-label={say('technicians')}>
          <h2>
            {say('technicians')}{' '}
            <Checkbox checked={isAdding} onChange={({ target }) => setIsAdding(target.checked)}>
              {say('several')}
            </Checkbox>
          </h2>
          {technicians.length === 0 && (
            <EmptyState icon="info" title={say('noTechnicians')} next={say('noTechniciansNext')} />
          )}
          {technicians.map((technician, at) => (
            <TechnicianCard
              key={technician.id}
              technician={technician}
              digit={at < 9 ? at + 1 : undefined}
              lack={lackOf(chosen, technician)}
              canGive={chosen !== undefined}
              onGive={() => chosen && give(chosen, technician)}
              onDrop={(lineId) => {
                const line = lines.find(({ id }) => id === lineId);
                if (line) give(line, technician);
              }}
              onDay={() => setDayOf(technician)}
            />
          ))}
        </section>
      </div>
      {dayOf && <DaySheet technician={dayOf} onClose={() => setDayOf(null)} />}
      {sharing && <ShareSheet line={sharing} onClose={() => setSharing(null)} />}
    </>
  );
}
