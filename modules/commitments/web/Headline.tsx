import type { ReplyOf } from '#shared/route.ts';
import { useWords } from '#web/useWords.ts';
import type { commitmentRoutes } from '../contract.ts';
import { commitmentWords } from '../locales/words.ts';

export type Figures = ReplyOf<typeof commitmentRoutes.figures>;
/** `pressing`, where nothing is chosen: what is late and what falls due today. */
export type Show = 'pressing' | 'late' | 'today' | 'unsettled';

const summed = (rows: readonly object[], key: string) =>
  rows.reduce((sum: number, row) => sum + (row as Record<string, number>)[key]!, 0);

/** The day in four numbers; three of them choose what the list shows. */
export function Headline(props: {
  figures: Figures | undefined;
  show: Show;
  onShow: (show: Show) => void;
}) {
  const { figures, show, onShow } = props;
  const say = useWords(commitmentWords);
  const load = figures?.load ?? [];
  const late = summed(load, 'late');
  const numbers = [
    { key: 'late', word: say('late'), value: late, tone: late > 0 ? 'late' : '' },
    { key: 'today', word: say('dueToday'), value: summed(load, 'today'), tone: '' },
    { key: 'unsettled', word: say('unsettled'), value: summed(load, 'open'), tone: '' },
  ] as const;
  const [due, kept] = [summed(figures?.rules ?? [], 'due'), summed(figures?.rules ?? [], 'kept')];
  return (
    <div className="supervision-headline">
      {numbers.map(({ key, word, value, tone }) => (
        <button
          key={key}
          type="button"
          className={`supervision-headline-number supervision-headline-${tone}`}
          aria-pressed={show === key}
          onClick={() => onShow(show === key ? 'pressing' : key)}
        >
          <span>{word}</span>
          <strong className="figures">{figures ? value : '–'}</strong>
        </button>
      ))}
      <div className="supervision-headline-number">
        <span>{say('keptRate')}</span>
        <strong className="figures">{due > 0 ? `${Math.floor((kept * 100) / due)}%` : '–'}</strong>
        {figures && (
          <small className="soft">{due > 0 ? say('keptOf', { kept, due }) : say('noneDue')}</small>
        )}
      </div>
    </div>
  );
}
