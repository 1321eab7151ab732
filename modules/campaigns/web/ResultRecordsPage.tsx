import { Link } from '@tanstack/react-router';
import { placeOf } from '#modules/commitments/web/index.ts';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Money } from '#web/Money.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import {
  type CampaignResultRecord,
  campaignWays,
  type ResultFigure,
  resultFigures,
  resultRoutes,
  resultSides,
} from '../contract.ts';
import { resultWords } from '../locales/words-result.ts';
import './campaigns.css';

const counted: readonly (ResultFigure | 'people')[] = ['people', ...resultFigures];

function useColumns(): Column<CampaignResultRecord>[] {
  const say = useWords(resultWords);
  const language = useLanguage();
  return [
    {
      key: 'customer',
      title: say('customer'),
      isLong: true,
      card: 'title',
      show: (row) => row.customerName,
    },
    {
      key: 'side',
      title: say('side'),
      width: 140,
      card: 'side',
      show: ({ side }) => say(`side_${side}`),
    },
    {
      key: 'figure',
      title: say('figure'),
      width: 100,
      show: ({ figure }) => say(`figure_${figure}`),
    },
    { key: 'number', title: say('number'), width: 170, show: (row) => row.number },
    {
      key: 'fen',
      title: say('amount'),
      width: 130,
      show: ({ fen }) => fen > 0 && <Money fen={fen} />,
    },
    { key: 'at', title: say('at'), width: 140, show: ({ at }) => shortTime(at, now(), language) },
  ];
}

/** The records behind a figure of a campaign; they can be taken out as a workbook. */
export default function ResultRecordsPage() {
  const say = useWords(resultWords);
  const [address, set] = useAddress();
  const { campaignId = '' } = address;
  const way = campaignWays.find((each) => each === address.way);
  const figure = counted.find((each) => each === address.figure) ?? 'people';
  const side = resultSides.find((each) => each === address.side);
  const query = { campaignId, figure, ...(side && { side }), ...(way && { way }) };
  const list = useRows(resultRoutes.list, { query });
  return (
    <Page
      title={say('resultRecords')}
      note={say(`figure_${figure}`)}
      filters={
        <>
          <select
            className="plain-field"
            aria-label={say('figure')}
            value={figure}
            onChange={({ target }) => set({ figure: target.value })}
          >
            {counted.map((each) => (
              <option key={each} value={each}>
                {say(`figure_${each}`)}
              </option>
            ))}
          </select>
          <select
            className="plain-field"
            aria-label={say('side')}
            value={side ?? ''}
            onChange={({ target }) => set({ side: target.value || undefined })}
          >
            <option value="">{say('side')}</option>
            {resultSides.map((each) => (
              <option key={each} value={each}>
                {say(`side_${each}`)}
              </option>
            ))}
          </select>
        </>
      }
      actions={<Link to={`/campaigns/${campaignId}` as string}>{say('backToCampaign')}</Link>}
    >
      <ResourceTable
        label={say('resultRecords')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        to={({ aboutType, aboutId }) => placeOf(aboutType, aboutId) ?? `/campaigns/${campaignId}`}
        empty={<EmptyState icon="chart" title={say('noRecords')} next={say('noRecordsNext')} />}
      />
    </Page>
  );
}
