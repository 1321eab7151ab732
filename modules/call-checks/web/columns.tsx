import type { Column } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import type { ListedCheck } from '../contract.ts';
import { CheckStateTag, ScoreTag } from './ScoreTag.tsx';
import type { useSay } from './useCheckWords.ts';

type Say = ReturnType<typeof useSay>;

/** A check in a list: whose talk with whom, where it stands, what it came to. */
export const checkColumns = (say: Say, isMine: boolean): Column<ListedCheck>[] => [
  ...(isMine
    ? []
    : [
        {
          key: 'agent',
          title: say('agent'),
          width: 110,
          card: 'title' as const,
          show: (row: ListedCheck) => row.agentName,
        },
      ]),
  {
    key: 'customer',
    title: say('customer'),
    isLong: true,
    ...(isMine && { card: 'title' as const }),
    show: (row) => row.customerName,
  },
  { key: 'at', title: say('talkAt'), width: 150, show: (row) => fullTime(row.at) },
  {
    key: 'recording',
    title: say('recording'),
    width: 70,
    card: 'none',
    show: (row) => (row.hasRecording ? say('hasRecording') : '—'),
  },
  {
    key: 'state',
    title: say('state'),
    width: 110,
    card: 'side',
    show: (row) => <CheckStateTag state={row.state} />,
  },
  { key: 'score', title: say('score'), width: 100, show: (row) => <ScoreTag of={row} /> },
  ...(isMine
    ? [
        {
          key: 'agreed',
          title: say('agreed'),
          isLong: true,
          show: (row: ListedCheck) => row.agreed || '—',
        },
        {
          key: 'agreedOn',
          title: say('agreedOn'),
          width: 120,
          show: (row: ListedCheck) => row.agreedOn ?? '—',
        },
      ]
    : [
        {
          key: 'due',
          title: say('due'),
          width: 150,
          show: (row: ListedCheck) => (row.state === 'drawn' ? fullTime(row.dueAt) : '—'),
        },
        {
          key: 'by',
          title: say('checkedBy'),
          width: 110,
          card: 'none' as const,
          show: (row: ListedCheck) => row.checkedByName || '—',
        },
      ]),
];
