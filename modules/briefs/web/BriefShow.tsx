import { Button } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useWindowKeys } from '#web/useWindowKeys.ts';
import type { Brief } from '../contract.ts';
import { indicatorKeys } from '../lifecycle.ts';
import { Cases, OfCampaign, UnfinishedLines } from './BriefParts.tsx';
import { IndicatorTiles } from './IndicatorTiles.tsx';
import { PlaceLines, RuleLines } from './Lines.tsx';
import { periodName, useSay } from './said.ts';
import { TrendPicture } from './TrendPicture.tsx';

type Slide = readonly [title: string, content: ReactNode];

function useSlides(brief: Brief): readonly Slide[] {
  const say = useSay();
  const words = (name: 'summary' | 'problems' | 'plan'): Slide[] =>
    brief[name].trim() === ''
      ? []
      : [
          [
            say(name),
            <p key={name} className="brief-words">
              {brief[name]}
            </p>,
          ],
        ];
  const drawn = indicatorKeys.filter((key) =>
    brief.trend.some(({ cells }) => cells.some((cell) => cell.key === key && cell.now.of > 0)),
  );
  const title = say(`title_${brief.grain}`, { unit: brief.unitName, period: periodName(brief) });
  if (brief.campaign) {
    return [
      [title, <OfCampaign key="campaign" campaign={brief.campaign} />],
      ...words('summary'),
      ...words('problems'),
      ...words('plan'),
    ];
  }
  return [
    [title, <IndicatorTiles key="figures" figures={brief.figures} />],
    ...words('summary'),
    ...drawn.map(
      (key): Slide => [
        say('trendOf', { name: say(`figure_${key}`) }),
        <TrendPicture key={key} trend={brief.trend} of={key} />,
      ],
    ),
    ...words('problems'),
    [say('cases'), <Cases key="cases" cases={brief.cases} />],
    [say('unfinished'), <UnfinishedLines key="open" unfinished={brief.unfinished} />],
    [say('byRule'), <RuleLines key="rules" rules={brief.rules} />],
    ...(brief.agents.length > 0
      ? [
          [
            say('byAgent'),
            <PlaceLines key="people" lines={brief.agents} title={say('person')} />,
          ] as const,
        ]
      : []),
    ...words('plan'),
  ];
}

const forward = ['ArrowRight', 'PageDown', ' '];
const back = ['ArrowLeft', 'PageUp'];

/** The brief on the wall of the meeting room: one part a slide, by arrow keys, space or thumb; Home, End; Esc ends it. */
export default function BriefShow({ brief, onEnd }: { brief: Brief; onEnd: () => void }) {
  const say = useSay();
  const slides = useSlides(brief);
  const [at, setAt] = useState(0);
  const dialog = useRef<HTMLDialogElement>(null);
  const last = slides.length - 1;
  useEffect(() => {
    dialog.current?.showModal();
    // Where the browser allows none, the dialog fills the window all the same.
    void dialog.current?.requestFullscreen?.().catch(() => undefined);
  }, []);
  const go = (by: number) => setAt((now) => Math.min(last, Math.max(0, now + by)));
  useWindowKeys(({ key, target }) => {
    const isButton = target instanceof Element && target.closest('button, a, summary') !== null;
    if (key === ' ' && isButton) return;
    if (forward.includes(key)) go(1);
    else if (back.includes(key)) go(-1);
    else if (key === 'Home') setAt(0);
    else if (key === 'End') setAt(last);
    else if (key === 'Escape') dialog.current?.close();
  });
  const [title, content] = slides[Math.min(at, last)]!;
  return (
    <dialog ref={dialog} className="brief-show" aria-label={say('present')} onClose={onEnd}>
      <h1>{title}</h1>
      <div className="brief-slide">{content}</div>
      <footer className="brief-show-foot">
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
