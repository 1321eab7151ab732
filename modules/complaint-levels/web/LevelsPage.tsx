import { now } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type ListedLevel, levelRoutes } from '../contract.ts';
import './levels.css';
import { useSay } from './said.ts';

const shows = ['here', 'mine', 'above'] as const;
type Show = (typeof shows)[number];
const emptyOf = { here: 'none', mine: 'noneMine', above: 'noneAbove' } as const;

function useColumns(): Column<ListedLevel>[] {
  const say = useSay();
  return [
    { key: 'number', title: say('number'), width: 140, show: (row) => row.number, card: 'title' },
    {
      key: 'clock',
      title: say('clock'),
      width: 160,
      card: 'side',
      show: ({ dueAt }) => dueAt && <Deadline dueAt={dueAt} />,
    },
    {
      key: 'car',
      title: say('car'),
      width: 120,
      card: 'title',
      show: ({ plate }) => plate && <PlateTag plate={plate} />,
    },
    {
      key: 'matter',
      title: say('matter'),
      isLong: true,
      show: (row) => `${say(`kind_${row.kind}`)}：${row.beginning}`,
    },
    { key: 'why', title: say('why'), isLong: true, show: (row) => row.reason },
    {
      key: 'origin',
      title: say('origin'),
      width: 120,
      show: (row) => <span className="level-name">{row.origin.name}</span>,
    },
    {
      key: 'level',
      title: say('level'),
      width: 110,
      show: (row) => <span className="level-name">{row.level.name}</span>,
    },
    { key: 'state', title: say('stateOf'), width: 130, show: (row) => say(`state_${row.state}`) },
    {
      key: 'handler',
      title: say('handler'),
      width: 90,
      show: (row) => row.handlerName ?? <span className="soft">{say('nobody')}</span>,
    },
  ];
}

function Filters({ show, set }: { show: Show; set: (show: Show) => void }) {
  const say = useSay();
  useHotkey({ keys: '1', label: say('show_here'), group: 'page', run: () => set('here') });
  useHotkey({ keys: '2', label: say('show_mine'), group: 'page', run: () => set('mine') });
  useHotkey({ keys: '3', label: say('show_above'), group: 'page', run: () => set('above') });
  return (
    <fieldset className="level-chips" aria-label={say('show')}>
      {shows.map((each) => (
        <label key={each} className="level-chip">
          <input type="radio" name="show" checked={each === show} onChange={() => set(each)} />
          <span>{say(`show_${each}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What came up to one's level, the first due first (CMP-16): j, k and Enter; 1, 2, 3 change what is listed. */
export default function LevelsPage() {
  const say = useSay();
  const [address, setAddress] = useAddress();
  const show = shows.find((each) => each === address.show) ?? 'here';
  const list = useRows(levelRoutes.list, { query: { show } }, {
    meta: { follows: ['complaints'] },
  } as never);
  return (
    <Page
      title={say('levels')}
      note={say('levelsNote')}
      filters={
        <Filters
          show={show}
          set={(next) => setAddress({ show: next === 'here' ? undefined : next })}
        />
      }
    >
      <ResourceTable
        label={say('levels')}
        columns={useColumns()}
        list={list}
        rowKey={(row) => row.complaintId}
        to={(row) => `/complaint-levels/${row.complaintId}`}
        tone={({ dueAt, severity }) =>
          dueAt && new Date(dueAt) < now() ? 'late' : severity === 'major' ? 'warn' : undefined
        }
        empty={
          <EmptyState
            icon="complaint"
            title={say(emptyOf[show])}
            next={say(`${emptyOf[show]}Next` as 'noneNext')}
          />
        }
      />
    </Page>
  );
}
