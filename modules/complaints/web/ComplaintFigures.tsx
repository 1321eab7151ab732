import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays, dateIn } from '#shared/dates.ts';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { useWords } from '#web/useWords.ts';
import { type ComplaintFigure, complaintRoutes } from '../contract.ts';
import { type ComplaintWord, complaintWords } from '../locales/words.ts';

const days = 30;
const names: Record<ComplaintFigure['key'], ComplaintWord> = {
  received: 'figureReceived',
  complaintRate: 'figureComplaintRate',
  answeredInTime: 'figureAnsweredInTime',
  resolved: 'figureResolved',
  recurred: 'figureRecurred',
};
const percent = (share: number) => `${Math.round(share * 1000) / 10}%`;

const misses = ({ share, target, isTargetUpper }: ComplaintFigure) =>
  share !== null && target !== null && (isTargetUpper ? share >= target : share < target);

function Tile({ figure }: { figure: ComplaintFigure }) {
  const say = useWords(complaintWords);
  const { key, value, of, share, target, isTargetUpper, filter } = figure;
  const isCount = key === 'received' || key === 'recurred';
  const aim =
    target === null
      ? undefined
      : say(isTargetUpper ? 'below' : 'atLeast', { share: percent(target) });
  return (
    <Link
      className={`complaint-figure-tile ${misses(figure) ? 'complaint-figure-off' : ''}`}
      to="/complaints"
      search={Object.fromEntries(new URLSearchParams(filter)) as never}
    >
      <span className="soft">{say(names[key])}</span>
      <strong>{isCount ? value : share === null ? '–' : percent(share)}</strong>
      <span className="soft">
        {aim ?? (key === 'received' ? '' : say('ofCount', { value, of }))}
      </span>
    </Link>
  );
}

/** The figures of the last thirty days (CMP-17); each opens the complaints that it counts. */
export function ComplaintFigures() {
  const say = useWords(complaintWords);
  const today = dateIn('Asia/Shanghai', useNow());
  const query = { from: addDays(today, 1 - days), to: today };
  const { data } = useQuery(reading(complaintRoutes.figures, { query }));
  return (
    <section
      className="complaint-figure-tiles"
      aria-label={`${say('figures')} · ${say('lastDays', { days })}`}
    >
      {data?.figures.map((figure) => (
        <Tile key={figure.key} figure={figure} />
      ))}
    </section>
  );
}
