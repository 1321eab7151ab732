import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Waiting } from '#web/Waiting.tsx';
import { followUpRoutes } from '../contract.ts';
import { Bench } from './Bench.tsx';
import { useSay } from './useFollowUpWords.ts';

/** The call bench of one follow-up (通话工作台). */
export default function BenchPage() {
  const say = useSay();
  const { followUpId } = useParams({ strict: false }) as { followUpId: string };
  const { data, error, refetch } = useQuery(
    reading(followUpRoutes.read, { params: { followUpId } }, { follows: ['customers'] }),
  );
  if (data) return <Bench key={data.id} followUp={data} />;
  return (
    <Page title={say('bench')} actions={<Link to="/calls">{say('back')}</Link>}>
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {!error && <Waiting label={say('bench')} />}
    </Page>
  );
}
