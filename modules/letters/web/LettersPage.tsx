import { Button } from 'antd';
import { lazy, Suspense } from 'react';
import { pathOf } from '#shared/call.ts';
import { DayField } from '#web/DayField.tsx';
import { EmptyState } from '#web/EmptyState.tsx';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { type LetterEntry, letterKinds, letterRoutes } from '../contract.ts';
import { letterLife } from '../lifecycle.ts';
import './letters.css';
import { useSay } from './useSay.ts';

const LetterSheet = lazy(() => import('./LetterSheet.tsx'));
const NewLetter = lazy(() => import('./NewLetter.tsx'));
const PostSheet = lazy(() => import('./PostSheet.tsx'));
const LabelSheet = lazy(() => import('./LabelSheet.tsx'));

const isDay = (typed: string | undefined): typed is string => /^\d{4}-\d\d-\d\d$/.test(typed ?? '');
const among = <Word extends string>(words: readonly Word[], given: string | undefined) =>
  words.find((word) => word === given);

/** 追踪服务信函登记表: every letter, those still being written among them (FUP-07). */
export default function LettersPage() {
  const say = useSay();
  const session = useSession();
  const [address, set] = useAddress();
  const kind = among(letterKinds, address.kind);
  const state = among(letterLife.states, address.state);
  const days = {
    ...(kind && { kind }),
    ...(isDay(address.from) && { fromOn: address.from }),
    ...(isDay(address.until) && { untilOn: address.until }),
  };
  const list = useRows(letterRoutes.list, { query: { ...days, ...(state && { state }) } });
  const isFiltered = state !== undefined || Object.keys(days).length > 0;
  const mayWrite = mayUse(session, ['messages.send']);
  const write = () => set({ write: '1' });
  useHotkey(mayWrite ? { keys: 'n', label: say('write'), group: 'page', run: write } : null);
  return (
    <Page
      title={say('letters')}
      note={say('lead')}
      actions={
        <>
          {mayUse(session, ['customers.seeAddress']) && (
            <Button onClick={() => set({ labels: '1' })}>{say('printLabels')}</Button>
          )}
          <Button onClick={() => set({ post: '1' })}>{say('printMany')}</Button>
          <Button
            icon={<Icon name="print" />}
            href={pathOf(letterRoutes.register, {}, days)}
            target="_blank"
          >
            {say('printRegister')}
          </Button>
          {mayWrite && (
            <Button type="primary" icon={<Icon name="plus" />} onClick={write}>
              {say('write')}
            </Button>
          )}
        </>
      }
      filters={<Filters />}
    >
      <ResourceTable
        label={say('register')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        onOpen={({ id }) => set({ open: id })}
        tone={(row) => (row.state === 'asked' || row.state === 'returned' ? 'warn' : undefined)}
        empty={
          <EmptyState
            icon="message"
            title={say(isFiltered ? 'noneHere' : 'none')}
            next={say(isFiltered ? 'noneHereNext' : 'noneNext')}
          />
        }
      />
      <Suspense fallback={null}>
        {address.open && (
          <LetterSheet
            key={address.open}
            letterId={address.open}
            onClose={() => set({ open: undefined })}
          />
        )}
        {mayWrite && address.write && <NewLetter onClose={() => set({ write: undefined })} />}
        {address.post && <PostSheet chosen={days} onClose={() => set({ post: undefined })} />}
        {address.labels && <LabelSheet onClose={() => set({ labels: undefined })} />}
      </Suspense>
    </Page>
  );
}

function Filters() {
  const say = useSay();
  const [address, set] = useAddress();
  const pick = (name: 'state' | 'kind', any: string, values: readonly string[]) => (
    <select
      className="plain-field"
      aria-label={say(name)}
      value={address[name] ?? ''}
      onChange={({ target }) => set({ [name]: target.value })}
    >
      <option value="">{any}</option>
      {values.map((value) => (
        <option key={value} value={value}>
          {say(value as (typeof letterKinds)[number])}
        </option>
      ))}
    </select>
  );
  const day = (name: 'from' | 'until') => (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control stands in it
    <label className="letter-day">
      {say(name)}
      <DayField
        aria-label={say(name)}
        value={address[name] ?? ''}
        onChange={({ target }) => set({ [name]: target.value })}
      />
    </label>
  );
  return (
    <>
      {pick('state', say('anyState'), letterLife.states)}
      {pick('kind', say('anyKind'), letterKinds)}
      {day('from')}
      {day('until')}
    </>
  );
}

function useColumns(): Column<LetterEntry>[] {
  const say = useSay();
  return [
    {
      key: 'number',
      title: say('number'),
      width: 130,
      card: 'title',
      show: (row) => row.number || <span className="soft">{say('noNumber')}</span>,
    },
    {
      key: 'registeredOn',
      title: say('registeredOn'),
      width: 110,
      show: (row) => row.registeredOn ?? '',
    },
    { key: 'kind', title: say('kind'), width: 90, show: (row) => say(row.kind) },
    { key: 'recipient', title: say('recipient'), width: 140, show: (row) => row.recipient },
    { key: 'subject', title: say('subject'), isLong: true, show: (row) => row.subject },
    { key: 'address', title: say('address'), isLong: true, show: (row) => row.address },
    { key: 'way', title: say('way'), width: 80, show: (row) => say(row.way) },
    { key: 'sentOn', title: say('sentOn'), width: 110, show: (row) => row.sentOn ?? '' },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      card: 'side',
      show: (row) => <span className={`letter-${row.state}`}>{say(row.state)}</span>,
    },
    { key: 'by', title: say('writtenBy'), width: 100, show: (row) => row.writtenByName ?? '' },
  ];
}
