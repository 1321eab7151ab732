import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { EmptyState } from '#web/EmptyState.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import { figureRoutes, type Patterns } from '../contract.ts';
import { surveyFigureWords } from '../locales/words-figures.ts';
import { Samples } from './Samples.tsx';
import { SpanFields } from './SpanFields.tsx';
import { useSpan } from './spans.ts';
import './surveys.css';

/** For headquarters: what looks steered, and whom to call again. */
export default function SurveyChecksPage() {
  const say = useWords(surveyFigureWords);
  const { from, to } = useSpan();
  const query = { from, to };
  const { data, error, refetch } = useQuery(
    reading(figureRoutes.patterns, { query }, { follows: ['survey-invitations'] }),
  );
  return (
    <Page
      title={say('checks')}
      actions={<Link to="/surveys">{say('title')}</Link>}
      filters={<SpanFields />}
    >
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {data && (
        <Card title={say('patterns')}>
          <p className="soft survey-lead">{say('patternsLead')}</p>
          {data.items.length === 0 && <EmptyState icon="check" title={say('noPatterns')} />}
          <ul className="survey-patterns">
            {data.items.map((item) => (
              <PatternLine
                key={`${item.kind} ${item.name} ${item.invitationIds[0] ?? ''}`}
                of={item}
              />
            ))}
          </ul>
        </Card>
      )}
      {data && <Samples from={from} to={to} />}
    </Page>
  );
}

function PatternLine({ of }: { of: Patterns['items'][number] }) {
  const say = useWords(surveyFigureWords);
  const facts = { name: of.name, count: of.count, of: of.of };
  return (
    <li>
      <p>
        <strong>{say(of.kind)}</strong> · {say(`${of.kind}Of`, facts)}
      </p>
      <p className="survey-pattern-records">
        {of.invitationIds.map((id, at) => (
          <Link key={id} to={`/surveys/${id}`}>
            {say('record', { at: at + 1 })}
          </Link>
        ))}
        {of.orderIds.map((id, at) => (
          <Link key={id} to={`/service-orders/${id}`}>
            {say('order', { at: at + 1 })}
          </Link>
        ))}
      </p>
    </li>
  );
}
