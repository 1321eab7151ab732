import { Button, Popconfirm } from 'antd';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { colleagueRoutes, type EmployeeDetail } from '../../contract.ts';
import { securityWords } from '../../locales/security.ts';
import './security.css';

/** A colleague lost his telephone or laptop: his sessions end, his factors go. */
export function ColleagueCard({ person }: { person: EmployeeDetail }) {
  const say = useWords(securityWords);
  const tell = useTell();
  const end = useWriting(colleagueRoutes.endSessions);
  const reset = useWriting(colleagueRoutes.resetFactors);
  const { id: employeeId, name } = person;
  const params = { employeeId };
  const endAll = () =>
    end.mutate(
      { params },
      { onSuccess: ({ ended }) => tell(say('sessionsEnded', { name, count: ended })) },
    );
  const resetAll = () =>
    reset.mutate({ params }, { onSuccess: () => tell(say('factorsReset', { name })) });
  return (
    <Card title={say('security')}>
      <p className="soft">
        {say('colleagueLead')}
        {person.lacksFactor && <span className="person-badge">{say('lacksFactor')}</span>}
      </p>
      <ProblemNote problem={end.error ?? reset.error} />
      <div className="person-colleague-acts">
        <Button loading={end.isPending} onClick={endAll}>
          {say('endSessions')}
        </Button>
        <Popconfirm
          title={say('resetAsk', { name })}
          okText={say('resetFactors')}
          cancelText={say('cancel')}
          onConfirm={resetAll}
        >
          <Button loading={reset.isPending}>{say('resetFactors')}</Button>
        </Popconfirm>
      </div>
    </Card>
  );
}
