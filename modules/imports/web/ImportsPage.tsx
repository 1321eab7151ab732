import { useNavigate } from '@tanstack/react-router';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type ImportBatch, importRoutes } from '../contract.ts';
import { type ImportKind, importKinds, kinds } from '../judge/kinds.ts';
import { type ImportScreenWord, importScreenWords } from '../locales/screen-words.ts';
import { DropZone } from './DropZone.tsx';
import { KindChoice } from './KindChoice.tsx';
import './imports.css';

function madeWord(kind: ImportKind): ImportScreenWord {
  const { isOfPeople, kept } = kinds[kind];
  if (kept) return 'madeRecords';
  return isOfPeople ? 'madeEmployees' : 'madeShort';
}

/** The lists brought in so far; a new one is dropped on top. */
export default function ImportsPage() {
  const say = useWords(importScreenWords);
  const language = useLanguage();
  const now = useNow();
  const navigate = useNavigate();
  const [address, setAddress] = useAddress();
  const session = useSession();
  const offered = importKinds.filter((each) => {
    const { needs } = kinds[each];
    return needs === null || mayUse(session, [needs]);
  });
  const kind = offered.find((each) => each === address.kind) ?? 'customers';
  const begin = useWriting(importRoutes.begin);
  const list = useRows(importRoutes.list, {});
  const columns: Column<ImportBatch>[] = [
    { key: 'file', title: say('file'), show: (row) => row.fileName, card: 'title', isLong: true },
    { key: 'kind', title: say('kind'), width: 90, show: (row) => say(`kind_${row.kind}`) },
    { key: 'state', title: say('state'), width: 110, show: (row) => say(row.state), card: 'side' },
    {
      key: 'rows',
      title: say('rows'),
      width: 90,
      align: 'end',
      show: (row) => row.counts.rows || '–',
    },
    {
      key: 'result',
      title: say('result'),
      width: 220,
      show: (row) => (row.state === 'imported' ? say(madeWord(row.kind), row.made) : '–'),
    },
    { key: 'by', title: say('by'), width: 120, show: (row) => row.createdByName },
    {
      key: 'at',
      title: say('at'),
      width: 140,
      show: (row) => shortTime(row.createdAt, now, language),
    },
  ];
  return (
    <Page title={say('imports')}>
      <KindChoice kinds={offered} kind={kind} onChoose={(next) => setAddress({ kind: next })} />
      <DropZone
        onStored={({ id }) =>
          begin.mutate(
            { body: { kind, fileId: id } },
            { onSuccess: (batch) => void navigate({ to: `/imports/${batch.id}` }) },
          )
        }
      />
      <ProblemNote problem={begin.error} onAgain={begin.again} />
      <ResourceTable
        label={say('imports')}
        columns={columns}
        list={list}
        rowKey={(row) => row.id}
        to={(row) => `/imports/${row.id}`}
        empty={<EmptyState icon="upload" title={say('none')} next={say('noneNext')} />}
      />
    </Page>
  );
}
