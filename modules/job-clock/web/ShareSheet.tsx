import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { type DispatchLine, dispatchRoutes } from '../contract.ts';
import { useClockWords } from './useClockWords.ts';

/** How the standard hours of a job are divided among those who work on it. */
export function ShareSheet({ line, onClose }: { line: DispatchLine; onClose: () => void }) {
  const { say } = useClockWords();
  const assign = useWriting(dispatchRoutes.assign);
  const [shares, setShares] = useState<Readonly<Record<string, number | null>>>(
    Object.fromEntries(line.assigned.map((one) => [one.employeeId, one.sharePercent])),
  );
  const save = () => {
    const technicians = line.assigned.map(({ employeeId }) => {
      const sharePercent = shares[employeeId];
      return { technicianId: employeeId, ...(sharePercent && { sharePercent }) };
    });
    assign.mutate({ body: { lineId: line.id, technicians } }, { onSuccess: onClose });
  };
  return (
    <Sheet title={`${line.plate} · ${line.description}`} onClose={onClose}>
      <div className="dispatch-settle dispatch-shares">
        <p className="soft">{say('shareNext')}</p>
        <ProblemNote problem={assign.error} onAgain={assign.again} />
        {line.assigned.map(({ employeeId, name }) => (
          <div key={employeeId}>
            <span>{name}</span>
            <InputNumber
              aria-label={name}
              min={1}
              max={100}
              suffix="%"
              value={shares[employeeId]}
              onChange={(value) => setShares({ ...shares, [employeeId]: value })}
            />
          </div>
        ))}
        <Button type="primary" loading={assign.isPending} onClick={save}>
          {say('save')}
        </Button>
      </div>
    </Sheet>
  );
}
