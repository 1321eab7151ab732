import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { ReplyOf } from '#shared/route.ts';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Facts, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type StandingCampaign, standingRoutes } from '../contract.ts';
import { standingWords } from '../locales/words-standing.ts';
import './campaigns.css';

const StandingForm = lazy(() => import('./StandingForm.tsx'));
type PreviewTurn = ReplyOf<typeof standingRoutes.preview>['turns'][number];
const touches = { touches: ['standing-campaigns', 'campaigns'] };

/** Greetings of each year and tips of each season: approved once, made and sent by the house (CAR-03). */
export default function StandingPage() {
  const say = useWords(standingWords);
  const [doing, setDoing] = useState<'new' | StandingCampaign>();
  const { data, error } = useQuery(reading(standingRoutes.list, {}));
  const mayWrite = mayUse(useSession(), ['messages.send']);
  const write = () => setDoing('new');
  useHotkey(mayWrite ? { keys: 'n', label: say('newStanding'), group: 'page', run: write } : null);
  return (
    <Page
      title={say('standing')}
      note={say('lead')}
      actions={
        <>
          <Link to={'/campaigns' as string}>{say('toCampaigns')}</Link>
          {mayWrite && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={write}>
              {say('newStanding')}
            </Button>
          )}
        </>
      }
    >
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data?.items.length === 0 && (
        <EmptyState icon="calendar" title={say('none')} next={say('noneNext')} />
      )}
      {data?.items.map((each) => (
        <Standing key={each.id} standing={each} onChange={() => setDoing(each)} />
      ))}
      {doing && (
        <Suspense fallback={null}>
          <StandingForm
            {...(doing !== 'new' && { standing: doing })}
            onClose={() => setDoing(undefined)}
          />
        </Suspense>
      )}
    </Page>
  );
}

function Standing(props: { standing: StandingCampaign; onChange: () => void }) {
  const { standing, onChange } = props;
  const say = useWords(standingWords);
  const [isOpen, setOpen] = useState(false);
  const approve = useWriting(standingRoutes.approve, touches);
  const stop = useWriting(standingRoutes.stop, touches);
  const params = { standingCampaignId: standing.id };
  const { occasion, seasonFrom, source, nextOn, state, lastCampaignId } = standing;
  const isBirthday = occasion === 'birthday';
  const facts: [string, string][] = [
    [say('occasion'), [say(`on_${occasion}`), seasonFrom].filter(Boolean).join(' ')],
    [say('nextOn'), state === 'approved' ? (isBirthday ? say('eachDay') : (nextOn ?? '')) : ''],
    [say('segment'), standing.segmentName],
    [say('way'), say(standing.way)],
    [say('template'), standing.templateName],
    [say('content'), standing.content],
    [say('writtenBy'), standing.writtenByName ?? ''],
    [say('approvedBy'), standing.approvedByName ?? ''],
    [say('source'), source],
    [say('unit'), standing.orgUnitName],
  ];
  return (
    <Card
      title={standing.name}
      actions={<span className={`campaign-${state}`}>{say(`state_${state}`)}</span>}
    >
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      {isBirthday && <p className="soft">{say('birthdayRules')}</p>}
      {standing.isOwnApproval && <p className="campaign-warn">{say('ownApproval')}</p>}
      <ProblemNote problem={approve.error ?? stop.error} />
      <div className="campaign-seats campaign-standing-steps">
        <StepButtons
          steps={standing.steps}
          words={standingWords}
          main="approve"
          busy={approve.isPending ? 'approve' : stop.isPending ? 'stop' : null}
          onStep={(step) => {
            if (step === 'change') onChange();
            else if (step === 'approve') approve.mutate({ params });
            else stop.mutate({ params });
          }}
        />
        <Button aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {say('preview')}
        </Button>
        {lastCampaignId && (
          <Link to={`/campaigns/${lastCampaignId}` as string}>{say('lastCampaign')}</Link>
        )}
      </div>
      {isOpen && <Preview standing={standing} />}
    </Card>
  );
}

function Preview({ standing }: { standing: StandingCampaign }) {
  const say = useWords(standingWords);
  const params = { standingCampaignId: standing.id };
  const { data, error } = useQuery(reading(standingRoutes.preview, { params }));
  if (error) return <ProblemNote problem={error} />;
  if (!data) return <Waiting />;
  if (data.turns.length === 0) {
    return <p className="soft">{say('noTurns', { until: data.untilOn })}</p>;
  }
  return (
    <>
      {data.turns.map((turn) => (
        <Turn key={turn.on} turn={turn} />
      ))}
      <p className="soft">{say('judgedLater')}</p>
    </>
  );
}

function Turn({ turn: { on, customers, isMade, first } }: { turn: PreviewTurn }) {
  const say = useWords(standingWords);
  return (
    <div className="campaign-preview">
      <p>
        <strong>{on}</strong> {say('wouldGreet', { count: customers })}
        {isMade && ` · ${say('isMade')}`}
      </p>
      <ul>
        {first.map(({ customerId, customerName }) => (
          <li key={customerId}>
            <Link to={`/customers/${customerId}` as string}>{customerName}</Link>
          </li>
        ))}
      </ul>
      {customers > first.length && (
        <p className="soft">{say('andMore', { count: customers - first.length })}</p>
      )}
    </div>
  );
}
