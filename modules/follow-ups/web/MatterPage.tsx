import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { FormerHolder } from '#modules/people/web/index.ts';
import { reading } from '#web/api.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { fullTime } from '#web/times.ts';
import { type Matter, matterRoutes } from '../contract.ts';
import './bench.css';
import { MatterState } from './MatterState.tsx';
import { MatterSteps } from './MatterSteps.tsx';
import { Person } from './Person.tsx';
import { useSay } from './useFollowUpWords.ts';

/** One matter: what the customer wants, by when, what is to be done now. */
export default function MatterPage() {
  const say = useSay();
  const { matterId } = useParams({ strict: false }) as { matterId: string };
  const { data, error, refetch } = useQuery(reading(matterRoutes.read, { params: { matterId } }));
  return (
    <Page
      title={data ? `${say(data.kind)} · ${data.customer.name}` : say('matter')}
      note={data && <MatterState state={data.state} />}
      actions={<Link to="/matters">{say('matters')}</Link>}
    >
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {data && <MatterCard matter={data} />}
      {data && <FormerHolder aboutId={data.id} />}
    </Page>
  );
}

function MatterCard({ matter }: { matter: Matter }) {
  const say = useSay();
  const { customer, vehicle, deadline } = matter;
  const facts: [string, React.ReactNode][] = [
    [
      say('customer'),
      <Link key="customer" to={`/customers/${customer.id}`}>
        <Person customer={customer} />
      </Link>,
    ],
    [
      say('phone'),
      <a key="phone" href={`tel:${customer.phone}`} className="figures">
        {customer.phone}
      </a>,
    ],
    [
      say('car'),
      vehicle ? <PlateTag key="car" plate={vehicle.plate} colour={vehicle.plateColour} /> : '—',
    ],
    [say('owner'), matter.ownerName ?? '—'],
    [say('received'), fullTime(matter.createdAt)],
    [
      say('deadline'),
      deadline ? (
        <span key="deadline" title={deadline.source}>
          <Deadline
            dueAt={deadline.dueAt}
            warnAt={deadline.warnAt}
            doneAt={deadline.settledAt}
            spans={deadline.spans}
          />
        </span>
      ) : (
        '—'
      ),
    ],
  ];
  return (
    <div className="talk-matter">
      <Card>
        <p className="talk-matter-content">{matter.content}</p>
        {matter.solution && (
          <p>
            <span className="soft">{say('solution')}：</span>
            {matter.solution}
          </p>
        )}
        {matter.toldAt && (
          <p className="soft">
            {say('toldOn', { at: fullTime(matter.toldAt) })}
            {matter.toldHow && `（${say(matter.toldHow)}）`}
          </p>
        )}
        {matter.dropReason && (
          <p className="soft">
            {say('dropReason')}：{matter.dropReason}
          </p>
        )}
        <MatterSteps matter={matter} />
      </Card>
      <Card>
        <Facts facts={facts} />
      </Card>
    </div>
  );
}
