import { Button } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { spanOfTime } from '#web/times.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type EmployeeDetail, type StandIn, staffRoutes } from '../contract.ts';
import { staffWords } from '../locales/staff.ts';
import { NameStandInSheet } from './NameStandInSheet.tsx';
import './people.css';

const mayName = ['people.manage', 'followUps.supervise'];

/** Who acts for this colleague, and for whom he acts, from when until when (ORG-06). */
export function StandIns({ person }: { person: EmployeeDetail }) {
  const say = useWords(staffWords);
  const [isNaming, setIsNaming] = useState(false);
  const isAllowed = mayUse(useSession(), mayName);
  const list = useRows(staffRoutes.listStandIns, { query: { employeeId: person.id, limit: 20 } });
  const name = isAllowed && (
    <Button size="small" onClick={() => setIsNaming(true)}>
      {say('nameStandIn')}
    </Button>
  );
  return (
    <Card title={say('standIns')} actions={name}>
      <ProblemNote problem={list.problem} onAgain={list.readAgain} />
      {!list.isLoading && list.rows.length === 0 && <p className="soft">{say('noStandIns')}</p>}
      <ul className="person-stand-ins">
        {list.rows.map((row) => (
          <StandInLine key={row.id} row={row} mayEnd={isAllowed} />
        ))}
      </ul>
      {list.more && (
        <Button size="small" loading={list.more.isLoading} onClick={list.more.load}>
          {say('more')}
        </Button>
      )}
      {isNaming && <NameStandInSheet absent={person} onClose={() => setIsNaming(false)} />}
    </Card>
  );
}

function StandInLine({ row, mayEnd }: { row: StandIn; mayEnd: boolean }) {
  const say = useWords(staffWords);
  const tell = useTell();
  const now = useNow();
  const language = useLanguage();
  const end = useWriting(staffRoutes.endStandIn);
  const isOver = row.endedAt !== null || new Date(row.untilAt) <= now;
  const state = isOver ? 'standInOver' : row.isRunning ? 'standInRuns' : 'standInComes';
  const finish = () =>
    end.mutate({ params: { standInId: row.id } }, { onSuccess: () => tell(say('standInEnded')) });
  return (
    <li className={isOver ? 'soft' : ''}>
      <span>{say('actsFor', { standIn: row.standInName, absent: row.absentName })}</span>
      <span className="figures">
        {spanOfTime(row.fromAt, row.endedAt ?? row.untilAt, now, language)}
      </span>
      <span className="soft">{say(state)}</span>
      {!isOver && mayEnd && (
        <Button size="small" loading={end.isPending} onClick={finish}>
          {say('endStandIn')}
        </Button>
      )}
      <ProblemNote problem={end.error} />
    </li>
  );
}
