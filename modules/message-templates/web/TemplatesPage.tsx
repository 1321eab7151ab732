import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useNow } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type MessageTemplate, templateRoutes } from '../contract.ts';
import { templateLife } from '../lifecycle.ts';
import { templateWords } from '../locales/words.ts';
import { TemplateFormLater } from './TemplateFormLater.tsx';
import { TemplateSheet } from './TemplateSheet.tsx';
import './template-desk.css';

type State = MessageTemplate['state'];
const isState = (word: string | undefined): word is State =>
  (templateLife.states as readonly (string | undefined)[]).includes(word);

/** Every edition of every template, what waits for approval among them. */
export default function TemplatesPage() {
  const say = useWords(templateWords);
  const [address, setAddress] = useAddress();
  const [isAdding, setIsAdding] = useState(false);
  const [openId, setOpenId] = useState<string>();
  const { show } = address;
  const state = isState(show) ? show : undefined;
  const list = useRows(templateRoutes.list, { query: { ...(state && { state }) } });
  const opened = list.rows.find(({ id }) => id === openId);
  const tabs = ['all', ...templateLife.states] as const;
  return (
    <Page
      title={say('templates')}
      note={say('lead')}
      actions={
        <Button type="primary" icon={<Icon name="plus" />} onClick={() => setIsAdding(true)}>
          {say('add')}
        </Button>
      }
      filters={
        <Segmented
          className="template-desk-tabs"
          value={state ?? 'all'}
          options={tabs.map((value) => ({ value, label: say(value) }))}
          onChange={(next) => setAddress({ show: next === 'all' ? undefined : next })}
        />
      }
    >
      <ResourceTable
        label={say('templates')}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        onOpen={({ id }) => setOpenId(id)}
        tone={(row) => (row.state === 'asked' ? 'warn' : undefined)}
        empty={<EmptyState icon="edit" title={say('none')} next={say('noneNext')} />}
      />
      {isAdding && (
        <TemplateFormLater
          onClose={() => setIsAdding(false)}
          onSaved={({ id }) => {
            setIsAdding(false);
            setOpenId(id);
          }}
        />
      )}
      {opened && (
        <TemplateSheet
          key={opened.id}
          template={opened}
          onOther={setOpenId}
          onClose={() => setOpenId(undefined)}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<MessageTemplate>[] {
  const say = useWords(templateWords);
  const language = useLanguage();
  const now = useNow();
  return [
    { key: 'name', title: say('name'), width: 180, card: 'title', show: (row) => row.name },
    {
      key: 'state',
      title: say('state'),
      width: 90,
      card: 'side',
      show: (row) => <span className={`template-desk-${row.state}`}>{say(row.state)}</span>,
    },
    {
      key: 'edition',
      title: say('edition'),
      width: 90,
      show: (row) => say('editionOf', { edition: row.edition }),
    },
    { key: 'channel', title: say('channel'), width: 100, show: (row) => say(row.channel) },
    { key: 'purpose', title: say('purpose'), width: 100, show: (row) => say(row.purpose) },
    { key: 'body', title: say('body'), isLong: true, show: (row) => row.body },
    { key: 'unit', title: say('unit'), width: 140, isLong: true, show: (row) => row.orgUnitName },
    {
      key: 'at',
      title: say('changedAt'),
      width: 110,
      show: (row) => shortTime(row.updatedAt, now, language),
    },
  ];
}
