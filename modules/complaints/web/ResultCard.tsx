import type { ReactNode } from 'react';
import { Money } from '#web/Money.tsx';
import { Card, Facts } from '#web/Page.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import type { Complaint } from '../contract.ts';
import { wayWords } from '../locales/labels.ts';
import { complaintWords } from '../locales/words.ts';

/** Solution, what the customer was told and thinks, and the lesson, as far as they are on record. */
export function ResultCard({ complaint }: { complaint: Complaint }) {
  const say = useWords(complaintWords);
  const { toldHow, toldAt, customerAnswer, satisfaction, costFen } = complaint;
  const { exception, watchUntil } = complaint;
  const all: [string, ReactNode][] = [
    [say('solution'), complaint.solution],
    [say('measure'), complaint.measure],
    [say('customerAnswerLabel'), customerAnswer && say(customerAnswer)],
    [say('cost').replace(/（元）| \(yuan\)/, ''), costFen !== null && <Money fen={costFen} />],
    [
      say('toldAtLabel'),
      toldAt && [fullTime(toldAt), toldHow && say(wayWords[toldHow])].join(' · '),
    ],
    [say('satisfactionLabel'), satisfaction && say(satisfaction)],
    [say('lesson'), complaint.lesson],
    [exception ? say('exceptionBy', { name: exception.byName ?? '' }) : '', exception?.reason],
    [say('watch'), watchUntil && say('watchUntil', { date: watchUntil })],
  ];
  const facts = all.filter(([, value]) => value);
  if (facts.length === 0) return null;
  return (
    <Card title={say('result')}>
      <Facts facts={facts} />
    </Card>
  );
}
