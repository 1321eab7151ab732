import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { reading, useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { trainingCaseRoutes } from '../contract.ts';
import { trainingCaseWords } from '../locales/words.ts';
import './training.css';
import { useSay } from './said.ts';

/** Beside a complaint: what was made of it for training, and the one step that makes it (CMP-14). */
export default function CasesCard({ complaintId }: { complaintId: string }) {
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const params = { complaintId };
  const { data, error } = useQuery(
    reading(
      trainingCaseRoutes.ofComplaint,
      { params },
      { follows: ['complaints', 'training-cases'] },
    ),
  );
  const make = useWriting(trainingCaseRoutes.make);
  if (!data) return error && <ProblemNote problem={error} />;
  const mayMake = data.make?.allowed === true;
  if (data.items.length === 0 && !mayMake) return null;
  const onMade = ({ id }: { id: string }) => {
    tell(say('made'));
    void navigate({ to: `/training-cases/${id}` });
  };
  return (
    <Card title={say('cases')}>
      {data.items.length > 0 && (
        <ul className="training-of-complaint">
          {data.items.map((each) => (
            <li key={each.id}>
              <Link to={`/training-cases/${each.id}`}>{each.title}</Link>{' '}
              <span className="soft">{say(`state_${each.state}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {mayMake && data.make && (
        <>
          <p className="soft training-lead">{say('cardLead')}</p>
          <ProblemNote problem={make.error} onAgain={make.again} />
          <StepButtons
            steps={[data.make]}
            words={trainingCaseWords}
            busy={make.isPending ? 'make' : null}
            onStep={() => make.mutate({ params }, { onSuccess: onMade })}
          />
        </>
      )}
    </Card>
  );
}
