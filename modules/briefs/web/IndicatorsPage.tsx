import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { pathOf } from '#shared/call.ts';
import { addDays } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useAddress } from '#web/useAddress.ts';
import { type Indicators, indicatorRoutes } from '../contract.ts';
import { indicatorGrains } from '../lifecycle.ts';
import './briefs.css';
import { IndicatorTiles } from './IndicatorTiles.tsx';
import { PlaceLines, RuleLines } from './Lines.tsx';
import { useSay } from './said.ts';

type Grain = (typeof indicatorGrains)[number];

function Filters({ data }: { data: Indicators | undefined }) {
  const say = useSay();
  const [address, set] = useAddress();
  const people = data?.agents.filter(({ name }) => name !== '') ?? [];
  return (
    <>
      <select
        className="plain-field"
        aria-label={say('grain')}
        value={address.grain ?? 'month'}
        onChange={({ target }) => set({ grain: target.value })}
      >
        {indicatorGrains.map((grain) => (
          <option key={grain} value={grain}>
            {say(`grain_${grain}`)}
          </option>
        ))}
      </select>
      <span className="indicator-steps">
        <Button disabled={!data} onClick={() => data && set({ on: addDays(data.fromOn, -1) })}>
          {say('earlier')}
        </Button>
        <span className="figures">{data ? `${data.fromOn} – ${data.untilOn}` : '…'}</span>
        <Button disabled={!data} onClick={() => data && set({ on: addDays(data.untilOn, 1) })}>
          {say('later')}
        </Button>
      </span>
      {data && data.units.length > 1 && (
        <select
          className="plain-field"
          aria-label={say('unit')}
          value={data.orgUnitId}
          onChange={({ target }) => set({ orgUnitId: target.value, agentId: undefined })}
        >
          {data.units.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {'　'.repeat(Math.max(0, depth - data.units[0]!.depth))}
              {name}
            </option>
          ))}
        </select>
      )}
      {(people.length > 0 || address.agentId) && (
        <select
          className="plain-field"
          aria-label={say('person')}
          value={address.agentId ?? ''}
          onChange={({ target }) => set({ agentId: target.value || undefined })}
        >
          <option value="">{say('everybody')}</option>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {address.agentId && !people.some(({ id }) => id === address.agentId) && (
            <option value={address.agentId}>{say('person')}</option>
          )}
        </select>
      )}
    </>
  );
}

function Shown({ data }: { data: Indicators }) {
  const say = useSay();
  const { grain, fromOn: on } = data;
  return (
    <>
      <IndicatorTiles figures={data.figures} />
      <Card title={say('byRule')}>
        <RuleLines rules={data.rules} />
      </Card>
      <Card title={say('byAgent')}>
        <PlaceLines
          lines={data.agents}
          title={say('person')}
          after={({ id: employeeId }) => (
            <a
              className="indicator-report"
              href={pathOf(indicatorRoutes.report, { employeeId }, { grain, on })}
              target="_blank"
              rel="noreferrer"
            >
              {say('report')}
            </a>
          )}
        />
      </Card>
      {data.shops.length > 1 && (
        <Card title={say('byShop')}>
          <PlaceLines lines={data.shops} title={say('shop')} />
        </Card>
      )}
    </>
  );
}

/** How following up stands in a period, a unit, with one person (ASM-01, FUP-11). */
export default function IndicatorsPage() {
  const say = useSay();
  const [{ grain, on, orgUnitId, agentId }] = useAddress();
  const query = { grain: grain as Grain | undefined, on, orgUnitId, agentId };
  const { data, error } = useQuery(
    reading(indicatorRoutes.show, { query }, { follows: ['followUps', 'followUpCalls'] }),
  );
  return (
    <Page title={say('indicators')} note={data?.unitName} filters={<Filters data={data} />}>
      <p className="soft brief-lead">{say('indicatorsLead')}</p>
      {error && <ProblemNote problem={error} />}
      {data ? <Shown data={data} /> : !error && <p role="status" className="brief-waiting" />}
    </Page>
  );
}
