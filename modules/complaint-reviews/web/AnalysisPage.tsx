import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { addDays } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { type Analysis, analysisRoutes } from '../contract.ts';
import { type Grain, grains } from '../lifecycle.ts';
import { Bars } from './Bars.tsx';
import { FigureTiles } from './FigureTiles.tsx';
import './charts.css';
import './reviews.css';
import { useSay } from './said.ts';
import { TrendPicture } from './TrendPicture.tsx';

function Filters({ data }: { data: Analysis | undefined }) {
  const say = useSay();
  const [address, set] = useAddress();
  return (
    <>
      <select
        className="plain-field"
        aria-label={say('grain')}
        value={address.grain ?? 'month'}
        onChange={({ target }) => set({ grain: target.value })}
      >
        {grains.map((grain) => (
          <option key={grain} value={grain}>
            {say(`grain_${grain}`)}
          </option>
        ))}
      </select>
      <span className="review-steps">
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
          onChange={({ target }) => set({ orgUnitId: target.value })}
        >
          {data.units.map(({ id, name, depth }) => (
            <option key={id} value={id}>
              {'　'.repeat(Math.max(0, depth - data.units[0]!.depth))}
              {name}
            </option>
          ))}
        </select>
      )}
    </>
  );
}

function Shown({ data }: { data: Analysis }) {
  const say = useSay();
  return (
    <>
      <FigureTiles figures={data.figures} />
      <Card title={say('trend')}>
        <p className="soft review-lead">{say('trendLead')}</p>
        <TrendPicture trend={data.trend} />
      </Card>
      {data.paretos.every(({ total }) => total === 0) ? (
        <EmptyState icon="chart" title={say('noComplaints')} next={say('noComplaintsNext')} />
      ) : (
        <div className="review-paretos">
          {data.paretos.map((pareto) => (
            <Card key={pareto.by} title={say(`by_${pareto.by}`)}>
              <Bars pareto={pareto} />
            </Card>
          ))}
        </div>
      )}
    </>
  );
}

/** How complaints of a period and a unit stand (CMP-14, CMP-17): figures, trend with control limits, bars. */
export default function AnalysisPage() {
  const say = useSay();
  const [{ grain, on, orgUnitId }] = useAddress();
  const mayMake = mayUse(useSession(), ['complaints.supervise']);
  const query = { grain: grain as Grain | undefined, on, orgUnitId };
  const { data, error } = useQuery(
    reading(analysisRoutes.show, { query }, { follows: ['complaints'] }),
  );
  const pack = data && {
    make: '1',
    grain: data.grain,
    on: data.fromOn,
    orgUnitId: data.orgUnitId,
  };
  return (
    <Page
      title={say('analysis')}
      note={data?.unitName}
      filters={<Filters data={data} />}
      actions={
        mayMake &&
        pack && (
          <Link to="/complaint-reviews" search={pack as never}>
            <Button type="primary" icon={<Icon name="people" />}>
              {say('makePack')}
            </Button>
          </Link>
        )
      }
    >
      {error && <ProblemNote problem={error} />}
      {data ? <Shown data={data} /> : !error && <p role="status" className="review-waiting" />}
    </Page>
  );
}
