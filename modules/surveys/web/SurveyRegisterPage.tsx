import { Segmented } from 'antd';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type Invitation, invitationRoutes } from '../contract.ts';
import { invitationStates, occasions } from '../lifecycle.ts';
import { surveyWords } from '../locales/words.ts';
import { Score } from './Score.tsx';
import { OccasionSelect } from './SurveyFiguresPage.tsx';
import { sentWithin } from './spans.ts';
import './surveys.css';

const shows = ['due', 'all', 'low'] as const;

/** Whom to ask by telephone now; or everyone who was asked, with the answers as far as they are unsealed. */
export default function SurveyRegisterPage() {
  const say = useWords(surveyWords);
  const [address, setAddress] = useAddress();
  const isLow = address.low === '1';
  const show = isLow ? 'low' : address.show === 'all' ? 'all' : 'due';
  const list = useRows(invitationRoutes.list, { query: queryOf(address, show) });
  const columns = useColumns(show);
  const choose = (next: (typeof shows)[number]) =>
    setAddress({
      show: next === 'due' ? undefined : 'all',
      low: next === 'low' ? '1' : undefined,
    });
  return (
    <Page
      title={show === 'due' ? say('due') : say('register')}
      filters={
        <>
          <Segmented
            value={show}
            options={[
              { value: 'due', label: say('due') },
              { value: 'all', label: say('all') },
              { value: 'low', label: say('lowOnly') },
            ]}
            onChange={(next) => choose(next as (typeof shows)[number])}
          />
          {show !== 'due' && <OccasionSelect />}
        </>
      }
    >
      <ResourceTable
        label={say('register')}
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/surveys/${id}`}
        tone={(row) => (row.isLow ? 'late' : undefined)}
        empty={
          show === 'due' ? (
            <EmptyState icon="check" title={say('noneDue')} next={say('noneDueNext')} />
          ) : (
            <EmptyState icon="order" title={say('none')} next={say('noneNext')} />
          )
        }
      />
    </Page>
  );
}

function queryOf(address: Readonly<Record<string, string | undefined>>, show: string) {
  if (show === 'due') return { due: true };
  const { orgUnitId, advisorId, technicianId, from, to } = address;
  const state = invitationStates.find((one) => one === address.state);
  const occasion = occasions.find((one) => one === address.occasion);
  return {
    ...(state && { state }),
    ...(occasion && { occasion }),
    ...(orgUnitId && { orgUnitId }),
    ...(advisorId && { advisorId }),
    ...(technicianId && { technicianId }),
    ...(show === 'low' && { low: true }),
    ...(from && to && sentWithin(from, to)),
  };
}

function useColumns(show: string): readonly Column<Invitation>[] {
  const say = useWords(surveyWords);
  const language = useLanguage();
  const now = useNow();
  const at = (instant: string | null) => (instant ? shortTime(instant, now, language) : '—');
  return [
    {
      key: 'customer',
      title: say('customer'),
      width: 150,
      card: 'title',
      show: (row) => row.customerName,
    },
    {
      key: 'phone',
      title: say('phone'),
      width: 140,
      show: (row) => <span className="figures">{row.customerPhone}</span>,
    },
    { key: 'car', title: say('car'), width: 120, show: (row) => <PlateTag plate={row.plate} /> },
    { key: 'occasion', title: say('occasion'), width: 110, show: (row) => say(row.occasion) },
    { key: 'shop', title: say('shop'), isLong: true, show: (row) => row.shopName },
    { key: 'advisor', title: say('advisor'), width: 110, show: (row) => row.advisorName ?? '—' },
    { key: 'sentAt', title: say('sentAt'), width: 130, show: (row) => at(row.sentAt) },
    ...(show === 'due'
      ? []
      : [
          {
            key: 'state',
            title: say('state'),
            width: 190,
            card: 'side' as const,
            show: (row: Invitation) =>
              row.withheldReason === ''
                ? say(row.state)
                : `${say(row.state)}：${say(row.withheldReason)}`,
          },
          {
            key: 'score',
            title: say('score'),
            width: 150,
            show: (row: Invitation) => <Score of={row} />,
          },
        ]),
  ];
}
