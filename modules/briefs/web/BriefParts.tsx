import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { ResultTables } from '#modules/campaigns/web/index.ts';
import { placeOf } from '#modules/commitments/web/index.ts';
import { Card } from '#web/Page.tsx';
import { Waiting } from '#web/Waiting.tsx';
import type { Brief, Notable, Unfinished } from '../contract.ts';
import { type IndicatorKey, indicatorKeys } from '../lifecycle.ts';
import { IndicatorTiles } from './IndicatorTiles.tsx';
import { PlaceLines, RuleLines } from './Lines.tsx';
import { useSay } from './said.ts';
import { TrendPicture } from './TrendPicture.tsx';

export function Cases({ cases }: { cases: readonly Notable[] }) {
  const say = useSay();
  if (cases.length === 0) return <p className="soft">{say('noCases')}</p>;
  return (
    <ol className="brief-list">
      {cases.map(({ aboutType, aboutId, number, reason, beginning }) => (
        <li key={`${reason} ${aboutId} ${beginning}`}>
          <span className="brief-mark">{say(`reason_${reason}`)}</span>{' '}
          <Link to={placeOf(aboutType, aboutId) ?? '/briefs'}>
            {[say(`about_${aboutType}`), number].filter(Boolean).join(' ')}
          </Link>
          {beginning && <p className="brief-words">{beginning}</p>}
        </li>
      ))}
    </ol>
  );
}

export function UnfinishedLines({ unfinished }: { unfinished: readonly Unfinished[] }) {
  const say = useSay();
  const open = unfinished.filter(({ total }) => total > 0);
  if (open.length === 0) return <p className="soft">{say('nothingUnfinished')}</p>;
  return open.map(({ kind, total, first }) => (
    <div key={kind} className="brief-unfinished">
      <h3>
        {say(`unfinished_${kind}`)} <span className="soft">{say('total', { total })}</span>
      </h3>
      <ul className="brief-list">
        {first.map(({ aboutType, aboutId, number, beginning, isOpen }) => (
          <li key={aboutId}>
            <Link to={placeOf(aboutType, aboutId) ?? '/briefs'}>
              {[number, beginning].filter(Boolean).join(' ') || say(`about_${aboutType}`)}
            </Link>
            {!isOpen && <span className="indicator-up"> {say('sinceDone')}</span>}
          </li>
        ))}
      </ul>
    </div>
  ));
}

export function Trend({ brief }: { brief: Brief }) {
  const say = useSay();
  const [of, setOf] = useState<IndicatorKey>('cared');
  return (
    <Card
      title={say('trend')}
      actions={
        <select
          className="plain-field"
          aria-label={say('trendChoose')}
          value={of}
          onChange={({ target }) => setOf(target.value as IndicatorKey)}
        >
          {indicatorKeys.map((key) => (
            <option key={key} value={key}>
              {say(`figure_${key}`)}
            </option>
          ))}
        </select>
      }
    >
      <TrendPicture trend={brief.trend} of={of} />
    </Card>
  );
}

export const OfCampaign = ({ campaign }: { campaign: NonNullable<Brief['campaign']> }) => (
  <Suspense fallback={<Waiting />}>
    <ResultTables result={campaign} />
  </Suspense>
);

/** What the house drew up: figures, trend, cases, what is unfinished, lines. */
export function BriefParts({ brief }: { brief: Brief }) {
  const say = useSay();
  if (brief.campaign) {
    return (
      <Card title={say('byCampaign')}>
        <p className="soft">
          {say('recordsLead', { from: brief.fromOn, until: brief.untilOn })} ·{' '}
          <Link to={`/campaigns/${brief.campaign.campaignId}` as string}>{say('toCampaign')}</Link>
        </p>
        <OfCampaign campaign={brief.campaign} />
      </Card>
    );
  }
  return (
    <>
      <IndicatorTiles figures={brief.figures} />
      <Trend brief={brief} />
      <Card title={say('cases')}>
        <p className="soft brief-lead">{say('casesLead')}</p>
        <Cases cases={brief.cases} />
      </Card>
      <Card title={say('unfinished')}>
        <UnfinishedLines unfinished={brief.unfinished} />
      </Card>
      <Card title={say('byRule')}>
        <RuleLines rules={brief.rules} />
      </Card>
      <Card title={say('byAgent')}>
        <PlaceLines lines={brief.agents} title={say('person')} />
      </Card>
      {brief.shops.length > 1 && (
        <Card title={say('byShop')}>
          <PlaceLines lines={brief.shops} title={say('shop')} />
        </Card>
      )}
    </>
  );
}
