import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { formatFen } from '#shared/money.ts';
import { reading, useWriting } from '#web/api.ts';
import { brought } from '#web/brought.ts';
import { grouped } from '#web/figures.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Membership, memberRoutes as routes } from '../contract.ts';
import { ActSheet, type Doing } from './ActSheet.tsx';
import './members.css';
import { Movements } from './Movements.tsx';
import { Packages } from './Packages.tsx';
import { Refunds } from './Refunds.tsx';
import { TopUps } from './TopUps.tsx';
import { useMemberWords } from './useMemberWords.ts';

/** What a customer has as a member: tier, balance, points, packages, what expires; and what can be done at the desk. */
export default function MemberCard({ customerId }: { customerId: string }) {
  const { say } = useMemberWords();
  const session = useSession();
  const maySee = mayUse(session, ['members.see']);
  const { data, error } = useQuery({
    ...reading(routes.ofCustomer, { params: { customerId } }),
    ...brought,
    enabled: maySee,
  });
  if (!maySee) return null;
  if (error || !data) {
    return (
      <Card title={say('member')}>{error ? <ProblemNote problem={error} /> : <Waiting />}</Card>
    );
  }
  if (!data.membership) return <NotYet customerId={customerId} />;
  return <Whole membership={data.membership} rules={data.rules} />;
}

function NotYet({ customerId }: { customerId: string }) {
  const { say } = useMemberWords();
  const mayTake = mayUse(useSession(), ['members.take']);
  const join = useWriting(routes.join);
  return (
    <Card title={say('member')}>
      <ProblemNote problem={join.error} onAgain={join.again} />
      <div className="member-not-yet">
        <p>
          {say('notMember')} <span className="soft">{say('notMemberNext')}</span>
        </p>
        {mayTake && (
          <Button loading={join.isPending} onClick={() => join.mutate({ body: { customerId } })}>
            {say('join')}
          </Button>
        )}
      </div>
    </Card>
  );
}

type Rules = NonNullable<Parameters<typeof ActSheet>[0]['rules']>;

function Whole({ membership, rules }: { membership: Membership; rules: Rules }) {
  const { say } = useMemberWords();
  const [doing, setDoing] = useState<Doing | null>(null);
  const session = useSession();
  const mayTake = mayUse(session, ['members.take']);
  const mayCorrect = mayUse(session, ['members.refund']);
  const begin = (what: Doing['what']) => setDoing({ what });
  useHotkey(
    mayTake ? { keys: 'm c', label: say('topUp'), group: 'page', run: () => begin('topUp') } : null,
  );
  useHotkey(
    mayTake ? { keys: 'm x', label: say('spend'), group: 'page', run: () => begin('spend') } : null,
  );
  useHotkey(
    mayTake
      ? { keys: 'm t', label: say('refund'), group: 'page', run: () => begin('refund') }
      : null,
  );
  const { tier } = membership;
  return (
    <Card
      title={
        <>
          {say('member')} <span className="member-tier">{tier.name}</span>{' '}
          <span className="soft figures">{membership.number}</span>
        </>
      }
    >
      <div className="member-actions">
        {mayTake && (
          <>
            <Button type="primary" onClick={() => begin('topUp')}>
              {say('topUp')}
            </Button>
            <Button onClick={() => begin('spend')}>{say('spend')}</Button>
            <Button onClick={() => begin('buy')}>{say('buy')}</Button>
            <Button onClick={() => begin('refund')}>{say('refund')}</Button>
          </>
        )}
        {mayCorrect && (
          <>
            <Button type="text" onClick={() => begin('points')}>
              {say('correctPoints')}
            </Button>
            <Button type="text" onClick={() => begin('tier')}>
              {say('setTier')}
            </Button>
          </>
        )}
      </div>
      {rules.stop.isStopped && (
        <p className="member-stopped">{say('stopped', { reason: rules.stop.reason })}</p>
      )}
      <Figures membership={membership} />
      <TierWhy membership={membership} />
      <Packages membership={membership} mayUse={mayTake} />
      <Refunds membership={membership} mayDecide={mayCorrect} me={session.employeeId} />
      <TopUps membership={membership} mayTake={mayTake} />
      <Movements
        membership={membership}
        onReverse={
          mayCorrect ? (movementId) => setDoing({ what: 'reverse', movementId }) : undefined
        }
      />
      {doing && (
        <ActSheet
          doing={doing}
          membership={membership}
          rules={rules}
          onClose={() => setDoing(null)}
        />
      )}
    </Card>
  );
}

function Figures({ membership }: { membership: Membership }) {
  const { say } = useMemberWords();
  const { principalFen, giftFen, points, pointsFen, pointsExpiring, packages } = membership;
  const usable = packages.filter(({ items }) => items.some(({ left }) => left > 0));
  const next = usable[0];
  const soon = [
    ...pointsExpiring
      .slice(0, 1)
      .map(({ onDate, points: some }) =>
        say('pointsExpire', { points: grouped(some), on: onDate }),
      ),
    ...(next ? [`${next.name} ${say('packageExpires', { on: next.expiresOn })}`] : []),
  ];
  return (
    <dl className="member-figures">
      <div>
        <dt>{say('balance')}</dt>
        <dd>
          <Money fen={principalFen + giftFen} />
        </dd>
        <dd className="soft">
          {say('principal')} {formatFen(principalFen)} · {say('gift')} {formatFen(giftFen)}
        </dd>
      </div>
      <div>
        <dt>{say('points')}</dt>
        <dd className="figures">{grouped(points)}</dd>
        <dd className="soft">{say('pointsWorth', { worth: formatFen(pointsFen) })}</dd>
      </div>
      <div>
        <dt>{say('expiresSoon')}</dt>
        {soon.length === 0 && <dd className="soft member-soon">{say('nothingExpires')}</dd>}
        {soon.map((each) => (
          <dd key={each} className="member-soon">
            {each}
          </dd>
        ))}
      </div>
    </dl>
  );
}

/** Why this tier: by which rule, since when, what is missing to the next. */
function TierWhy({ membership: { tier } }: { membership: Membership }) {
  const { say, sayOf } = useMemberWords();
  const why =
    tier.rule === 'spend'
      ? say('tierWhy_spend', { spent: formatFen(tier.spentFen) })
      : tier.rule === 'hand'
        ? say('tierWhy_hand', { reason: tier.reason })
        : sayOf('tierWhy', tier.rule);
  const parts = [
    `${tier.name}：${why}`,
    say('tierSince', { since: tier.since }),
    tier.until && say('tierUntil', { until: tier.until }),
    tier.next &&
      say('tierNext', { missing: formatFen(tier.next.missingFen), name: tier.next.name }),
    tier.benefits,
  ];
  return (
    <p className="soft member-why" title={tier.source}>
      {parts.filter(Boolean).join(' · ')}
    </p>
  );
}
