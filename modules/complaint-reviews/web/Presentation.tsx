import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWindowKeys } from '#web/useWindowKeys.ts';
import type { Review } from '../contract.ts';
import { Bars } from './Bars.tsx';
import { FigureTiles } from './FigureTiles.tsx';
import { Cases, HotSpots, Mentions } from './PackParts.tsx';
import { useSay } from './said.ts';
import { TrendPicture } from './TrendPicture.tsx';

function useSlides(review: Review): readonly (readonly [title: string, content: ReactNode])[] {
  const say = useSay();
  const { pack } = review;
  return [
    [
      say('packTitle', { unit: review.unitName, from: review.fromOn, until: review.untilOn }),
      <FigureTiles key="figures" figures={pack.figures} />,
    ],
    [say('trend'), <TrendPicture key="trend" trend={pack.trend} />],
    ...pack.paretos
      .filter(({ total }) => total > 0)
      .map((pareto) => [say(`by_${pareto.by}`), <Bars key={pareto.by} pareto={pareto} />] as const),
    [say('hotSpots'), <HotSpots key="spots" spots={pack.hotSpots} />],
    [say('cases'), <Cases key="cases" cases={pack.cases} />],
    [say('overdue'), <Mentions key="overdue" of={pack.overdue} />],
    [say('exceptions'), <Mentions key="exceptions" of={pack.exceptions} />],
    [
      say('measuresOf'),
      <ol key="measures" className="review-list">
        {review.measures.map(({ id, words, ownerName, dueOn, state }) => (
          <li key={id}>
            {words}{' '}
            <span className="soft">
              {ownerName} · {dueOn} · {say(`measure_${state}`)}
            </span>
          </li>
        ))}
      </ol>,
    ],
  ];
}

/** The pack on the wall of the meeting room: one part a slide, by arrow keys or thumb. Esc ends it. */
export default function Presentation({ review, onEnd }: { review: Review; onEnd: () => void }) {
  const say = useSay();
  const slides = useSlides(review);
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const last = slides.length - 1;
  useEffect(() => {
    dialog.current?.showModal();
    // Where the browser allows none, the dialog fills the window all the same.
    void dialog.current?.requestFullscreen?.().catch(() => undefined);
  }, []);
  const go = (by: number) => setAt((now) => Math.min(last, Math.max(0, now + by)));
  useWindowKeys(({ key }) => {
    if (key === 'ArrowRight' || key === 'PageDown') go(1);
    if (key === 'ArrowLeft' || key === 'PageUp') go(-1);
    if (key === 'Escape') dialog.current?.close();
  });
  const [title, content] = slides[at]!;
  return (
    <dialog ref={dialog} className="review-show" aria-label={say('present')} onClose={onEnd}>
      <h1>{title}</h1>
      <div className="review-slide">{content}</div>
      <footer className="review-show-foot">
        <Button disabled={at === 0} onClick={() => go(-1)}>
          {say('previous')}
        </Button>
        <span className="soft figures">{say('slide', { at: at + 1, all: slides.length })}</span>
        <Button type="primary" disabled={at === last} onClick={() => go(1)}>
          {say('next')}
        </Button>
        <Button onClick={() => dialog.current?.close()}>{say('endShow')}</Button>
      </footer>
    </dialog>
  );
}
