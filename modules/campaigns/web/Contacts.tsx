import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { now } from '#web/clock.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { type Column, ResourceTable } from '#web/ResourceTable.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { shortTime } from '#web/times.ts';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage } from '#web/useWords.ts';
import {
  type Campaign,
  type CampaignContact,
  campaignRoutes,
  contactStates,
  leftOutReasons,
} from '../contract.ts';
import { isOpen } from '../lifecycle.ts';
import type { CampaignWord } from '../locales/words.ts';
import { useSay } from './useSay.ts';

const InvitationLink = lazy(() => import('./InvitationLink.tsx'));

const among = <Word extends string>(words: readonly Word[], given: string | undefined) =>
  words.find((word) => word === given);

/** Its customers: all, or those behind a figure. */
export function Contacts({ campaign }: { campaign: Campaign }) {
  const say = useSay();
  const [address, set] = useAddress();
  const [invited, setInvited] = useState<CampaignContact>();
  const round = campaign.rounds.find(({ id }) => id === address.round);
  const state = among(contactStates, address.state);
  const reason = among(leftOutReasons, address.reason);
  const list = useRows(campaignRoutes.contacts, {
    params: { campaignId: campaign.id },
    query: {
      ...(round && { roundId: round.id }),
      ...(state && { state }),
      ...(reason && { reason }),
    },
  });
  const narrowed = [
    round && `${say(round.way)} ${round.fromOn}`,
    state && say(state),
    reason && say(`left_${reason}`),
  ];
  return (
    <section className="campaign-contacts" aria-label={say('customers')}>
      <header className="campaign-contacts-head">
        <h2>{[say('customers'), ...narrowed].filter(Boolean).join(' · ')}</h2>
        {(round || state || reason) && (
          <Button onClick={() => set({ round: undefined, state: undefined, reason: undefined })}>
            {say('all')}
          </Button>
        )}
      </header>
      <ResourceTable
        label={say('customers')}
        columns={useColumns(campaign, setInvited)}
        list={list}
        rowKey={({ id }) => id}
        empty={<EmptyState icon="people" title={say('noneListed')} next={say('noneListedNext')} />}
      />
      {invited && (
        <Suspense fallback={null}>
          <InvitationLink contact={invited} onClose={() => setInvited(undefined)} />
        </Suspense>
      )}
    </section>
  );
}

function useColumns(
  { event, state: campaignState }: Campaign,
  invite: (contact: CampaignContact) => void,
): Column<CampaignContact>[] {
  const say = useSay();
  const language = useLanguage();
  const maySend = mayUse(useSession(), ['messages.send']);
  const isAnswered = event !== null && isOpen(campaignState) && maySend;
  const outcome = ({ state, reason, messageState }: CampaignContact) => {
    if (reason) return say(`left_${reason}`);
    const word = `message_${messageState}` as CampaignWord;
    return state === 'sent' && messageState ? say(word) : '';
  };
  const told = (row: CampaignContact) =>
    [outcome(row), row.openedAt && say('opened', { at: shortTime(row.openedAt, now(), language) })]
      .filter(Boolean)
      .join(' · ');
  return [
    {
      key: 'customer',
      title: say('customer'),
      isLong: true,
      card: 'title',
      show: (row) => <Link to={`/customers/${row.customerId}` as string}>{row.customerName}</Link>,
    },
    { key: 'way', title: say('way'), width: 110, show: (row) => say(row.way) },
    {
      key: 'state',
      title: say('state'),
      width: 110,
      card: 'side',
      show: (row) => <span className={`campaign-${row.state}`}>{say(row.state)}</span>,
    },
    { key: 'outcome', title: say('outcome'), isLong: true, show: told },
    ...(isAnswered
      ? [
          {
            key: 'invitation',
            title: '',
            width: 130,
            show: (row: CampaignContact) => (
              <Button onClick={() => invite(row)}>{say('invitation')}</Button>
            ),
          },
        ]
      : []),
  ];
}
