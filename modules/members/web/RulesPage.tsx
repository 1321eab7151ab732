import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type MemberRules, memberRuleRoutes as routes } from '../contract.ts';
import './members.css';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { dayOf } from '#web/shopClock.ts';
import { OffersCard } from './OffersCard.tsx';
import { PointsCard, PrepaidCard, RefundCard } from './PlainRules.tsx';
import { RatesCard } from './RatesCard.tsx';
import { TermsCard } from './TermsCard.tsx';
import { TiersCard } from './TiersCard.tsx';
import { useMemberWords } from './useMemberWords.ts';

export interface RuleCardProps {
  rules: MemberRules;
  mayChange: boolean;
}

/** The rules of membership, each with where it comes from; what the law says can be read, what the shop decides set. */
export default function RulesPage() {
  const { say } = useMemberWords();
  const mayChange = mayUse(useSession(), ['members.manage']);
  const { data: rules, error } = useQuery(reading(routes.rules, {}));
  const given = rules && { rules, mayChange };
  return (
    <Page title={say('rules')}>
      <ProblemNote problem={error} />
      {!rules && !error && <Waiting />}
      {given && (
        <div className="member-rules">
          <StopCard {...given} />
          <TermsCard {...given} />
          <OffersCard {...given} />
          <TiersCard {...given} />
          <PointsCard {...given} />
          <PrepaidCard {...given} />
          <RefundCard {...given} />
          <RatesCard {...given} />
        </div>
      )}
    </Page>
  );
}

/** The switch of 实施条例 22: on major risk nothing is taken in advance; who, when and why stand with it. */
function StopCard({ rules, mayChange }: RuleCardProps) {
  const { say } = useMemberWords();
  const [isAsking, setAsking] = useState(false);
  const stop = useWriting(routes.stopPrepayment, { touches: ['memberships'] });
  const { isStopped, reason, byName, since } = rules.stop;
  const word = say(isStopped ? 'resume' : 'stop');
  const change = (why: string) =>
    stop.mutate(
      { body: { isStopped: !isStopped, reason: why } },
      { onSuccess: () => setAsking(false) },
    );
  return (
    <Card
      title={say('stop')}
      actions={
        mayChange && (
          <Button danger={!isStopped} onClick={() => setAsking(true)}>
            {word}
          </Button>
        )
      }
    >
      <p className={isStopped ? 'member-stopped' : 'soft'}>
        {isStopped
          ? `${say('stopped', { reason })} · ${byName} ${since ? dayOf(since) : ''}`
          : say('stopWhy')}
      </p>
      {isAsking && (
        <ReasonSheet
          title={word}
          label={say('reason')}
          word={word}
          writing={stop}
          onReason={change}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}
