import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import type { ApiProblem } from '#shared/call.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { dayOf } from '#web/shopClock.ts';
import type { DocumentHold, DocumentHoldsOfOne } from '../contract.ts';
import type { HoldSubject } from '../lifecycle.ts';
import './holds.css';
import { LiftSheet } from './LiftSheet.tsx';
import { PlaceSheet } from './PlaceSheet.tsx';
import { type Say, useSay } from './said.ts';

export type Subjects = Partial<Record<HoldSubject, string>>;

/** Since when evidence is held, by whom, why and until when; placed and lifted from here. Nothing to say: nothing stands. */
export function HoldsCard(props: {
  held: DocumentHoldsOfOne | undefined;
  problem: ApiProblem | null;
  subjects: Subjects;
}) {
  const { held, problem, subjects } = props;
  const say = useSay();
  const [isPlacing, setPlacing] = useState(false);
  const [lifting, setLifting] = useState<DocumentHold>();
  const begin = () => flushSync(() => setPlacing(true));
  const mayPlace = held?.mayPlace === true;
  const liftable = held?.items.find(({ steps }) => steps.some(({ allowed }) => allowed));
  const lift = (hold: DocumentHold) => flushSync(() => setLifting(hold));
  useHotkey(mayPlace ? { keys: 'h p', label: say('place'), group: 'page', run: begin } : null);
  useHotkey(
    liftable ? { keys: 'h l', label: say('lift'), group: 'page', run: () => lift(liftable) } : null,
  );
  if (!held) return problem && <ProblemNote problem={problem} />;
  if (held.items.length === 0 && !mayPlace) return null;
  return (
    <Card
      title={say('title')}
      actions={
        mayPlace && (
          <Button size="small" onClick={begin}>
            {say('place')} <kbd className="for-keyboard">H P</kbd>
          </Button>
        )
      }
    >
      {held.items.length === 0 && <p className="soft hold-none">{say('nothingHeld')}</p>}
      <ul className="hold-list">
        {held.items.map((hold) => (
          <Line key={hold.id} hold={hold} say={say} onLift={() => lift(hold)} />
        ))}
      </ul>
      {held.waitingSince && (
        <p className="hold-waiting" role="status">
          {say('waitingSince', { at: dayOf(held.waitingSince) })}
        </p>
      )}
      {isPlacing && <PlaceSheet subjects={subjects} onClose={() => setPlacing(false)} />}
      {lifting && <LiftSheet hold={lifting} onClose={() => setLifting(undefined)} />}
    </Card>
  );
}

function Line({ hold, say, onLift }: { hold: DocumentHold; say: Say; onLift: () => void }) {
  const { origin, reason, authorityFile, complaintId, complaintNumber, steps } = hold;
  const [lift] = steps;
  return (
    <li>
      <p className="hold-since">
        <Icon name="shield" />
        <strong>{say('heldSince', { at: dayOf(hold.placedAt) })}</strong>
        <span>{untilOf(hold, say)}</span>
      </p>
      <p className="hold-why">
        {origin === 'complaint' && complaintId ? (
          <>
            {say('ofComplaint')} <Link to={`/complaints/${complaintId}`}>{complaintNumber}</Link>
          </>
        ) : (
          [say(`on_${hold.on}`), reason].filter(Boolean).join(' · ')
        )}
      </p>
      <p className="soft">
        {[
          hold.placedByName || say('bySystem'),
          hold.isLegal && say('isLegal'),
          authorityFile,
          hold.ruleSource,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {lift && (
        <div className="hold-acts">
          <Button size="small" disabled={!lift.allowed} onClick={onLift}>
            {say('lift')}
          </Button>
          {lift.reason && <span className="soft">{say(lift.reason as `${string}_${string}`)}</span>}
        </div>
      )}
    </li>
  );
}

/** Until when it holds, in words. */
export const untilOf = ({ origin, untilAt }: DocumentHold, say: Say): string =>
  untilAt
    ? say('untilAt', { at: dayOf(untilAt) })
    : say(origin === 'complaint' ? 'whileOpen' : 'untilLifted');
