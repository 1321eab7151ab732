import { Button, Segmented } from 'antd';
import { useWriting } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Deadline } from '#web/Deadline.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { useTell } from '#web/Toasts.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import { type IncomingMailEntry, incomingMailRoutes, mailboxRoutes, shows } from '../contract.ts';
import './mail.css';
import { Signs } from './Signs.tsx';
import { touches, useSay, useTitle } from './said.ts';

const isForged = ({ standing, isConfirmed }: IncomingMailEntry) =>
  standing === 'failed' && !isConfirmed;

/** Mail that wants a decision first; what was decided, and all of it, by one press. */
export default function IncomingMailsPage() {
  const say = useSay();
  const [address, set] = useAddress();
  const show = shows.find((one) => one === address.show) ?? 'waiting';
  const list = useRows(incomingMailRoutes.list, { query: { show } });
  return (
    <Page
      title={say('list')}
      note={say('lead')}
      actions={<FetchNow />}
      filters={
        <Segmented
          value={show}
          options={shows.map((value) => ({ value, label: say(`show_${value}`) }))}
          onChange={(next) => set({ show: next === 'waiting' ? undefined : next })}
        />
      }
    >
      <ResourceTable
        label={say('list')}
        columns={useColumns(show === 'waiting')}
        list={list}
        rowKey={({ id }) => id}
        to={({ id }) => `/incoming-mails/${id}`}
        tone={(row) => (isForged(row) ? 'warn' : undefined)}
        empty={
          <EmptyState icon="message" title={say(`none_${show}`)} next={say(`none_${show}Next`)} />
        }
      />
    </Page>
  );
}

/** Who waits for a letter does not wait for its time. */
function FetchNow() {
  const say = useSay();
  const tell = useTell();
  const fetch = useWriting(mailboxRoutes.fetch, touches);
  const go = () => {
    if (!fetch.isPending) fetch.mutate({}, { onSuccess: () => tell(say('isLooking')) });
  };
  useHotkey({ keys: 'r', label: say('fetchNow'), group: 'page', run: go });
  return (
    <>
      <Button loading={fetch.isPending} onClick={go}>
        {say('fetchNow')} <kbd className="for-keyboard">R</kbd>
      </Button>
      <ProblemNote problem={fetch.error} onAgain={fetch.again} />
    </>
  );
}

function useColumns(isWaiting: boolean): Column<IncomingMailEntry>[] {
  const say = useSay();
  const now = useNow();
  const language = useLanguage();
  const deadline: Column<IncomingMailEntry> = {
    key: 'decideBy',
    title: say('decideBy'),
    width: 150,
    card: 'side',
    show: (row) => row.decideBy && <Deadline dueAt={row.decideBy} />,
  };
  const titleOf = useTitle();
  const outcome: Column<IncomingMailEntry> = {
    key: 'state',
    title: say('state'),
    width: 190,
    card: 'side',
    show: (row) =>
      row.complaintNumber ??
      (row.filedAs ? say(`filed_${row.filedAs}`) : say(`state_${row.state}`)),
  };
  return [
    {
      key: 'subject',
      title: say('subject'),
      card: 'title',
      isLong: true,
      show: (row) => (
        <>
          {titleOf(row)} <Signs mail={row} />
        </>
      ),
    },
    {
      key: 'from',
      title: say('from'),
      width: 220,
      isLong: true,
      // Whose address is forged calls himself what he likes.
      show: (row) =>
        row.isWalled
          ? ''
          : (row.customerName ??
            ((!isForged(row) && row.fromName) || row.fromAddress || say('nobody'))),
    },
    {
      key: 'arrivedAt',
      title: say('arrivedAt'),
      width: 130,
      show: (row) => <span className="figures">{shortTime(row.arrivedAt, now, language)}</span>,
    },
    {
      key: 'files',
      title: say('files'),
      width: 70,
      show: (row) => (row.files > 0 ? <span className="figures">{row.files}</span> : '—'),
    },
    isWaiting ? deadline : outcome,
  ];
}
