import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Icon } from '#web/Icon.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { useRows } from '#web/useRows.ts';
import { useWords } from '#web/useWords.ts';
import { type Offer, offerRoutes } from '../contract.ts';
import { reminderWords } from '../locales/words.ts';
import { AnnounceSheet, offerKindWord } from './AnnounceSheet.tsx';
import './reminders.css';

/** Events, offers and free checks: what customers are told of two weeks ahead (FUP-08). */
export default function OffersPage() {
  const say = useWords(reminderWords);
  const maySet = mayUse(useSession(), ['followUps.supervise']);
  const [isOpen, setOpen] = useState(false);
  const list = useRows(offerRoutes.list, {});
  const announce = maySet && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setOpen(true)}>
      {say('announce')}
    </Button>
  );
  return (
    <Page title={say('offers')} note={say('onlyConsented')} actions={announce}>
      <ResourceTable
        label={say('offers')}
        columns={useColumns(maySet)}
        list={list}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="bell" title={say('noOffers')} next={say('noOffersNext')} />}
      />
      {isOpen && <AnnounceSheet onClose={() => setOpen(false)} />}
    </Page>
  );
}

function useColumns(maySet: boolean): Column<Offer>[] {
  const say = useWords(reminderWords);
  const forWhom = ({ conditions }: Offer) => {
    const { models, ageFromMonths, ageToMonths, notSeenForMonths } = conditions;
    const parts = [
      models?.join('、'),
      ageFromMonths !== undefined && `${say('ageFrom')} ${ageFromMonths}`,
      ageToMonths !== undefined && `${say('ageTo')} ${ageToMonths}`,
      notSeenForMonths !== undefined && `${say('notSeen')} ${notSeenForMonths}`,
    ].filter(Boolean);
    return parts.length > 0 ? parts.join('；') : say('anyCar');
  };
  return [
    {
      key: 'name',
      title: say('offerName'),
      width: 200,
      isLong: true,
      card: 'title',
      show: ({ name }) => name,
    },
    {
      key: 'kind',
      title: say('offerKind'),
      width: 100,
      show: (row) => say(offerKindWord[row.kind]),
    },
    {
      key: 'days',
      title: say('window'),
      width: 210,
      show: ({ fromOn, untilOn }) => (
        <span className="figures">
          {fromOn} – {untilOn}
        </span>
      ),
    },
    {
      key: 'place',
      title: say('place'),
      width: 140,
      isLong: true,
      show: (row) => row.place || '—',
    },
    { key: 'forWhom', title: say('forWhom'), show: forWhom },
    {
      key: 'withdraw',
      title: '',
      width: 110,
      card: 'side',
      show: (row) =>
        row.isWithdrawn ? (
          <span className="soft">{say('withdrawn')}</span>
        ) : (
          maySet && <Withdraw offer={row} />
        ),
    },
  ];
}

/** Cannot be taken back: who has heard of it comes for nothing. */
function Withdraw({ offer }: { offer: Offer }) {
  const say = useWords(reminderWords);
  const withdraw = useWriting(offerRoutes.withdraw);
  const { id: offerId, name } = offer;
  return (
    <>
      <ProblemNote problem={withdraw.error} onAgain={withdraw.again} />
      <Popconfirm
        title={say('withdrawSure', { name })}
        okText={say('withdraw')}
        cancelText={say('cancel')}
        onConfirm={() => withdraw.mutate({ params: { offerId } })}
      >
        <Button size="small" aria-label={`${say('withdraw')} ${name}`} loading={withdraw.isPending}>
          {say('withdraw')}
        </Button>
      </Popconfirm>
    </>
  );
}
