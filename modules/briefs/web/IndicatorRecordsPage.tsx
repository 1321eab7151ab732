import { Link } from '@tanstack/react-router';
import { placeOf } from '#modules/commitments/web/index.ts';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type IndicatorRecord, indicatorRoutes } from '../contract.ts';
import './briefs.css';
import { ruleName, useSay } from './said.ts';

function useColumns(): Column<IndicatorRecord>[] {
  const say = useSay();
  const language = useLanguage();
  return [
    {
      key: 'about',
      title: say('about'),
      width: 200,
      card: 'title',
      show: ({ aboutType, detail }) =>
        detail.includes('.')
          ? `${say(`about_${aboutType}`)} · ${ruleName(say, detail)}`
          : say(`about_${aboutType}`),
    },
    {
      key: 'isHit',
      title: say('isHit'),
      width: 110,
      card: 'side',
      show: ({ isHit }) => (
        <span className={isHit ? 'indicator-up' : 'indicator-down'}>
          {say(isHit ? 'hit' : 'notHit')}
        </span>
      ),
    },
    { key: 'customer', title: say('customer'), isLong: true, show: (row) => row.customerName },
    {
      key: 'plate',
      title: say('car'),
      width: 130,
      show: ({ plate }) => plate && <PlateTag plate={plate} />,
    },
    { key: 'agent', title: say('person'), width: 120, show: (row) => row.agentName },
    { key: 'shop', title: say('shop'), width: 160, isLong: true, show: (row) => row.unitName },
    {
      key: 'at',
      title: say('at'),
      width: 140,
      show: ({ at }) => shortTime(at, now(), language),
    },
  ];
}

/** The records behind an indicator: as many as it says, those counted and the others. */
export default function IndicatorRecordsPage() {
  const say = useSay();
  const [address, set] = useAddress();
  const { fromOn = '', untilOn = '', figure = 'cared', rule, orgUnitId, agentId, isHit } = address;
  const query = { ...address, fromOn, untilOn, figure };
  const list = useRows(indicatorRoutes.listRecords, { query: query as never });
  const what = rule ? ruleName(say, rule) : say(`figure_${figure}`);
  return (
    <Page
      title={say('records')}
      note={`${what} · ${say('recordsLead', { from: fromOn, until: untilOn })}`}
      filters={
        <select
          className="plain-field"
          aria-label={say('isHit')}
          value={isHit ?? ''}
          onChange={({ target }) => set({ isHit: target.value || undefined })}
        >
          <option value="">{say('allRecords')}</option>
          <option value="true">{say('onlyHits')}</option>
          <option value="false">{say('onlyMisses')}</option>
        </select>
      }
      actions={
        <Link to="/indicators" search={{ on: fromOn, orgUnitId, agentId } as never}>
          {say('backToIndicators')}
        </Link>
      }
    >
      <p className="soft brief-lead">{rule ? say('inTime') : say(`formula_${figure}`)}</p>
      <ResourceTable
        label={say('records')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ aboutType, aboutId }) => placeOf(aboutType, aboutId) ?? '/indicators'}
        empty={<EmptyState icon="chart" title={say('noRecords')} next={say('noRecordsNext')} />}
      />
    </Page>
  );
}
