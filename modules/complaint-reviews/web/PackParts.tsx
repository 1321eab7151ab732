import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { Card } from '#web/Page.tsx';
import type { Discussed, HotSpot, Pack } from '../contract.ts';
import { Bars } from './Bars.tsx';
import { FigureTiles } from './FigureTiles.tsx';
import { nameOf, searchOf, useSay } from './said.ts';
import { TrendPicture } from './TrendPicture.tsx';

export function HotSpots(props: { spots: readonly HotSpot[]; onPlan?: (spot: HotSpot) => void }) {
  const { spots, onPlan } = props;
  const say = useSay();
  if (spots.length === 0) return <p className="soft">{say('noHotSpots')}</p>;
  return (
    <ul className="review-list">
      {spots.map((spot) => (
        <li key={`${spot.by} ${spot.key}`} className="review-spot">
          <Link to="/complaint-analysis/records" search={searchOf(spot.records)}>
            {nameOf(say, spot.by, spot.key, spot.label)}
          </Link>
          <span className="soft figures">
            {say(`by_${spot.by}`)} ·{' '}
            {say('grewFrom', { now: spot.complaints, before: spot.before })}
          </span>
          {onPlan && (
            <Button size="small" onClick={() => onPlan(spot)}>
              {say('planAgainst')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

export function Cases({ cases }: { cases: readonly Discussed[] }) {
  const say = useSay();
  if (cases.length === 0) return <p className="soft">{say('noCases')}</p>;
  return (
    <ol className="review-list">
      {cases.map(({ id, number, kind, reason, beginning }) => (
        <li key={id}>
          <span className="review-mark">{say(`reason_${reason}`)}</span>{' '}
          <Link to={`/complaints/${id}`}>{number}</Link>{' '}
          <span className="soft">{say(`kind_${kind}`)}</span>
          {beginning && <p className="review-words">{beginning}</p>}
        </li>
      ))}
    </ol>
  );
}

export function Mentions({ of }: { of: Pack['overdue'] }) {
  const say = useSay();
  if (of.total === 0) return <p className="soft">{say('none')}</p>;
  return (
    <p>
      {of.first.map(({ id, number }) => (
        <Link key={id} className="review-number" to={`/complaints/${id}`}>
          {number}
        </Link>
      ))}
      <span className="soft">{say('moreOf', { total: of.total })}</span>
    </p>
  );
}

/** The pack as it was made: figures, trend, hot spots, cases, what is overdue, bars. */
export function PackParts({ pack, onPlan }: { pack: Pack; onPlan?: (spot: HotSpot) => void }) {
  const say = useSay();
  return (
    <>
      <FigureTiles figures={pack.figures} />
      <Card title={say('trend')}>
        <TrendPicture trend={pack.trend} />
      </Card>
      <Card title={say('hotSpots')}>
        <p className="soft review-lead">{say('hotSpotsLead')}</p>
        <HotSpots spots={pack.hotSpots} onPlan={onPlan} />
      </Card>
      <Card title={say('cases')}>
        <p className="soft review-lead">{say('casesLead')}</p>
        <Cases cases={pack.cases} />
      </Card>
      <Card title={say('overdue')}>
        <Mentions of={pack.overdue} />
      </Card>
      <Card title={say('exceptions')}>
        <Mentions of={pack.exceptions} />
      </Card>
      <div className="review-paretos">
        {pack.paretos.map((pareto) => (
          <Card key={pareto.by} title={say(`by_${pareto.by}`)}>
            <Bars pareto={pareto} />
          </Card>
        ))}
      </div>
    </>
  );
}
