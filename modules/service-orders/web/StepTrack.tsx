import { useEffect, useRef } from 'react';
import { useNow } from '#web/clock.ts';
import { Icon } from '#web/Icon.tsx';
import { shortTime } from '#web/times.ts';
import { useLanguage } from '#web/useWords.ts';
import type { ServiceOrder } from '../contract.ts';
import { closedStates, type OrderState, orderStates } from '../lifecycle.ts';
import type { OrderWord } from '../locales/words.ts';
import { useOrderWords } from './useOrderWords.ts';

interface Stage {
  word: OrderWord;
  /** The state in which it is over. */
  doneIn: OrderState;
  /** The steps that belong to it: the last one taken says who and when. */
  steps: readonly string[];
}

/** The eight steps of 业务接待工作程序 (S2, WSH-01). */
const stages: readonly Stage[] = [
  { word: 'step_1', doneIn: 'received', steps: ['receive'] },
  { word: 'step_2', doneIn: 'approved', steps: ['inspect', 'estimate', 'approve'] },
  { word: 'step_3', doneIn: 'inWork', steps: ['handOver', 'start'] },
  { word: 'step_4', doneIn: 'selfChecked', steps: ['propose', 'answer', 'jobDone'] },
  {
    word: 'step_5',
    doneIn: 'ready',
    steps: ['selfCheck', 'teamCheck', 'finalInspect', 'sendBack'],
  },
  { word: 'step_6', doneIn: 'settled', steps: [] },
  { word: 'step_7', doneIn: 'delivered', steps: ['settle', 'deliver'] },
  { word: 'step_8', doneIn: 'delivered', steps: [] },
];

const placeOf = (state: OrderState) => orderStates.indexOf(state);

/** Done, now, next; who did it and when. */
export function StepTrack({ order }: { order: ServiceOrder }) {
  const { say, sayOf } = useOrderWords();
  const language = useLanguage();
  const now = useNow();
  const ended = closedStates.includes(order.state) && order.state !== 'delivered';
  const isDone = ({ doneIn }: Stage) => !ended && placeOf(order.state) >= placeOf(doneIn);
  const current = ended ? -1 : stages.findIndex((stage) => !isDone(stage));
  const track = useRef<HTMLElement>(null);
  // In the hand the track is wider than the screen: what is due now stands in the middle.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step stands out after a step was taken
  useEffect(() => {
    const due = track.current?.querySelector<HTMLElement>('[aria-current], li:last-child');
    if (!track.current || !due) return;
    const free = track.current.clientWidth - due.offsetWidth;
    track.current.scrollTo({ left: due.offsetLeft - free / 2 });
  }, [current]);
  return (
    <nav ref={track} className="order-track" aria-label={say('track')}>
      <ol>
        {stages.map((stage, at) => {
          const taken = order.history.filter(({ step }) => stage.steps.includes(step));
          const last = taken.at(-1);
          const isOver = isDone(stage) || (ended && last !== undefined);
          const tone = isOver ? 'done' : at === current ? 'now' : 'next';
          return (
            <li
              key={stage.word}
              className={`order-track-${tone}`}
              aria-current={tone === 'now' ? 'step' : undefined}
            >
              <span className="order-track-sign">
                {isOver ? <Icon name="check" size={14} /> : at + 1}
              </span>
              <span className="order-track-text">
                <b>{say(stage.word)}</b>
                {last && (
                  <small>
                    {[sayOf('', last.step), last.byName, shortTime(last.at, now, language)]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                )}
                {stage.word === 'step_8' && !last && <small>{say('step8Note')}</small>}
              </span>
            </li>
          );
        })}
        {ended && (
          <li className="order-track-now" aria-current="step">
            <span className="order-track-sign">
              <Icon name="close" size={14} />
            </span>
            <span className="order-track-text">
              <b>{sayOf('', order.state)}</b>
              <small>{order.closingNote}</small>
            </span>
          </li>
        )}
      </ol>
    </nav>
  );
}
