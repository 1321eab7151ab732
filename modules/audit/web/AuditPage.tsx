import { useState } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ResourceTable } from '#web/ResourceTable.tsx';
import { fullTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type AuditEntry, auditRoutes } from '../contract.ts';
import { auditWords } from '../locales/words.ts';
import './audit.css';
import { ChainLine } from './ChainLine.tsx';
import { DownloadHead } from './DownloadHead.tsx';
import { EntrySheet } from './EntrySheet.tsx';
import { AuditFilters, queryOf } from './Filters.tsx';
import { useEntryWords } from './useEntryWords.ts';

function useColumns() {
  const say = useWords(auditWords);
  const { whoOf, didOf, recordOf } = useEntryWords();
  return [
    {
      key: 'at',
      title: say('at'),
      width: 150,
      card: 'side' as const,
      show: ({ at }: AuditEntry) => fullTime(at),
    },
    { key: 'who', title: say('who'), width: 190, card: 'title' as const, show: whoOf },
    { key: 'what', title: say('what'), isLong: true, show: didOf },
    { key: 'record', title: say('record'), isLong: true, show: recordOf },
    {
      key: 'seq',
      title: say('place'),
      width: 90,
      align: 'end' as const,
      card: 'none' as const,
      show: ({ seq }: AuditEntry) => seq ?? <span className="soft">{say('waiting')}</span>,
    },
  ];
}

/** Who did what: for the owner and the supervisor at their desk, and for whoever examines them. */
export default function AuditPage() {
  const say = useWords(auditWords);
  const [address] = useAddress();
  const [opened, open] = useState<AuditEntry>();
  const list = useRows(auditRoutes.list, { query: queryOf(address) });
  return (
    <Page
      title={say('audit')}
      note={say('note')}
      actions={<DownloadHead />}
      filters={<AuditFilters />}
    >
      <ChainLine />
      <ResourceTable
        label={say('audit')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        onOpen={open}
        empty={<EmptyState icon="shield" title={say('none')} next={say('noneNext')} />}
      />
      {opened && <EntrySheet entry={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}
