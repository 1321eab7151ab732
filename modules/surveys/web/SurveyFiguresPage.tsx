import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Segmented, Select } from 'antd';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useSession } from '#web/session.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { figureRoutes, figuresBy } from '../contract.ts';
import { occasions } from '../lifecycle.ts';
import { surveyWords } from '../locales/words.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';
import { FigureLines } from './FigureLines.tsx';
import { FigureTiles } from './FigureTiles.tsx';
import { SpanFields } from './SpanFields.tsx';
import { useSpan } from './spans.ts';
import './surveys.css';

/** Satisfaction by shop, advisor, technician or month; every figure opens the invitations that it counts (SUR-02). */
export default function SurveyFiguresPage() {
  const say = useWords(surveyFigureWords);
  const { permissions } = useSession();
  const { from, to, address, setAddress } = useSpan();
  const by = figuresBy.find((one) => one === address.by) ?? 'shop';
  const occasion = occasions.find((one) => one === address.occasion);
  const query = { from, to, by, ...(occasion && { occasion }) };
  const { data, error, isPending, refetch } = useQuery(
    reading(figureRoutes.figures, { query }, { follows: ['survey-invitations'] }),
  );
  return (
    <Page
      title={say('title')}
      actions={
        <>
          <Link to="/survey-calls" search={{ show: 'all' } as never}>
            {say('register')}
          </Link>
          {permissions.includes('followUps.supervise') && (
            <Link to="/surveys/checks">{say('checks')}</Link>
          )}
        </>
      }
      filters={
        <>
          <Segmented
            value={by}
            options={figuresBy.map((value) => ({ value, label: say(`by_${value}`) }))}
            onChange={(next) => setAddress({ by: next === 'shop' ? undefined : next })}
          />
          <OccasionSelect />
          <SpanFields />
        </>
      }
    >
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {isPending && <Waiting />}
      {data?.total.asked === 0 && (
        <EmptyState icon="chart" title={say('none')} next={say('noneNext')} />
      )}
      {data && data.total.asked > 0 && (
        <>
          <FigureTiles figures={data} />
          <FigureLines figures={data} by={by} occasion={occasion} />
        </>
      )}
    </Page>
  );
}

/** Of which occasion; all of them unless one is chosen. */
export function OccasionSelect() {
  const say = useWords(surveyWords);
  const { address, setAddress } = useSpan();
  return (
    <Select
      aria-label={say('occasion')}
      value={address.occasion ?? ''}
      options={[
        { value: '', label: say('everyOccasion') },
        ...occasions.map((value) => ({ value, label: say(value) })),
      ]}
      onChange={(value) => setAddress({ occasion: value || undefined })}
      popupMatchSelectWidth={false}
      style={{ minWidth: 130 }}
    />
  );
}
