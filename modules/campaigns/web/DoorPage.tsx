import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Form, Input, InputNumber } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { FormEnd, SheetForm } from '#web/SheetForm.tsx';
import { useRows } from '#web/useRows.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type CampaignReply, campaignRoutes, mostSeats, replyRoutes } from '../contract.ts';
import './campaigns.css';
import { FindCustomer } from './FindCustomer.tsx';
import { touches, useSay } from './useSay.ts';

/** At the door, by thumb: who comes is found by the first characters of his name and let in with one press. */
export default function DoorPage() {
  const { campaignId } = useParams({ strict: false }) as { campaignId: string };
  const say = useSay();
  const params = { campaignId };
  const [q, setQ] = useState('');
  const [isWalkIn, setWalkIn] = useState(false);
  const campaign = useQuery(reading(campaignRoutes.one, { params }));
  const seats = useQuery(reading(replyRoutes.seats, { params }));
  const list = useRows(replyRoutes.list, { params, query: q.trim() ? { q: q.trim() } : {} });
  const guests = list.rows.filter(({ state }) => state !== 'declined');
  const board = seats.data;
  return (
    <Page
      title={say('door')}
      note={campaign.data?.name}
      actions={<Button onClick={() => setWalkIn(true)}>{say('walkIn')}</Button>}
    >
      <ProblemNote problem={campaign.error ?? seats.error ?? list.problem} />
      {board && (
        <p className="campaign-seats" role="status">
          <strong>{say('cameSeats', { count: board.came })}</strong>
          <span>{say('takenOf', { taken: board.taken, capacity: board.capacity })}</span>
        </p>
      )}
      {board && !board.isDoorOpen && <p className="campaign-warn">{say('doorShut')}</p>}
      <Input
        size="large"
        allowClear
        aria-label={say('findGuest')}
        placeholder={say('findGuest')}
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      {list.isLoading && <Waiting />}
      {!list.isLoading && guests.length === 0 && (
        <EmptyState icon="people" title={say('noGuest')} next={say('noGuestNext')} />
      )}
      <ul className="campaign-door">
        {guests.map((reply) => (
          <Guest key={reply.id} campaignId={campaignId} reply={reply} />
        ))}
      </ul>
      {list.more && <Button onClick={list.more.load}>{say('more')}</Button>}
      {isWalkIn && <WalkIn campaignId={campaignId} onClose={() => setWalkIn(false)} />}
    </Page>
  );
}

function Guest({ campaignId, reply }: { campaignId: string; reply: CampaignReply }) {
  const say = useSay();
  const { customerId, customerName, cameSeats, state } = reply;
  const [seats, setSeats] = useState(reply.seats);
  const signIn = useWriting(replyRoutes.signIn, touches);
  const enter = () => signIn.mutate({ params: { campaignId }, body: { customerId, seats } });
  const step = (by: 1 | -1) => () => setSeats(Math.min(mostSeats, Math.max(1, seats + by)));
  return (
    <li className="campaign-guest">
      <div className="campaign-guest-name">
        <strong>{customerName}</strong>
        <span className="soft">
          {cameSeats === null ? say(state) : say('isHere', { count: cameSeats })}
        </span>
      </div>
      <ProblemNote problem={signIn.error} onAgain={signIn.again} />
      {cameSeats === null && (
        <div className="campaign-guest-steps">
          <Button size="large" aria-label={say('fewer')} onClick={step(-1)}>
            −
          </Button>
          <output aria-label={say('seatsAsked')}>{seats}</output>
          <Button size="large" aria-label={say('oneMore')} onClick={step(1)}>
            +
          </Button>
          <Button size="large" type="primary" loading={signIn.isPending} onClick={enter}>
            {say('signIn')}
          </Button>
        </div>
      )}
    </li>
  );
}

function WalkIn({ campaignId, onClose }: { campaignId: string; onClose: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<{ customerId: string; seats: number }>();
  const signIn = useWriting(replyRoutes.signIn, touches);
  return (
    <SheetForm title={say('walkIn')} onClose={onClose}>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ seats: 1 }}
        onFinish={(body) => signIn.mutate({ params: { campaignId }, body }, { onSuccess: onClose })}
      >
        <ProblemNote problem={signIn.error} form={form} onAgain={signIn.again} />
        <FindCustomer />
        <Form.Item name="seats" label={say('seatsAsked')}>
          <InputNumber min={1} max={mostSeats} precision={0} />
        </Form.Item>
        <FormEnd isBusy={signIn.isPending} onCancel={onClose} />
      </Form>
    </SheetForm>
  );
}
