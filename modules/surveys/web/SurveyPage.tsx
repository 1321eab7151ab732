import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading } from '#web/api.ts';
import { useNow } from '#web/clock.ts';
import { Card, Facts, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useSession } from '#web/session.ts';
import { fullTime, shortTime } from '#web/times.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import { type InvitationRecord, invitationRoutes } from '../contract.ts';
import { surveyProblems } from '../locales/problems.ts';
import { surveyWords } from '../locales/words.ts';
import { AskForm } from './AskForm.tsx';
import { Score } from './Score.tsx';
import './surveys.css';

const SurveyLink = lazy(() => import('./SurveyLink.tsx'));

/** One customer who is asked: who, what for, and the questions; or what he answered. */
export default function SurveyPage() {
  const say = useWords(surveyWords);
  const { permissions } = useSession();
  const { surveyInvitationId } = useParams({ strict: false }) as { surveyInvitationId: string };
  const [isLinking, setIsLinking] = useState(false);
  const params = { surveyInvitationId };
  const { data, error, refetch } = useQuery(reading(invitationRoutes.read, { params }));
  const mayLink = permissions.includes('followUps.call') && data?.state === 'sent';
  return (
    <Page
      title={data ? `${say(data.occasion)} · ${data.customerName}` : say('surveys')}
      note={data && say(data.state)}
      actions={
        <>
          {mayLink && <Button onClick={() => setIsLinking(true)}>{say('link')}</Button>}
          <Link to="/survey-calls">{say('due')}</Link>
        </>
      }
    >
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {data && (
        <div className="survey-page">
          <Who survey={data} />
          <Questions survey={data} mayCall={permissions.includes('followUps.call')} />
        </div>
      )}
      {data && isLinking && (
        <Suspense>
          <SurveyLink survey={data} onClose={() => setIsLinking(false)} />
        </Suspense>
      )}
    </Page>
  );
}

function Who({ survey }: { survey: InvitationRecord }) {
  const say = useWords(surveyWords);
  const { customerPhone, orderId, orderNumber } = survey;
  return (
    <Card>
      <Facts
        facts={[
          [
            say('customer'),
            <Link key="customer" to={`/customers/${survey.customerId}`}>
              {survey.customerName}
            </Link>,
          ],
          [
            say('phone'),
            <a key="phone" className="figures" href={`tel:${customerPhone}`}>
              {customerPhone}
            </a>,
          ],
          [say('car'), survey.plate ? <PlateTag key="car" plate={survey.plate} /> : '—'],
          [
            say('order'),
            orderId ? (
              <Link key="order" to={`/service-orders/${orderId}`}>
                {orderNumber}
              </Link>
            ) : (
              '—'
            ),
          ],
          [say('shop'), survey.shopName],
          [say('advisor'), survey.advisorName ?? '—'],
          [say('technician'), survey.technicianName ?? '—'],
          [say('anchoredAt'), fullTime(survey.anchoredAt)],
        ]}
      />
      {survey.customerWishes && (
        <p>
          <span className="soft">{say('wishes')}：</span>
          {survey.customerWishes}
        </p>
      )}
    </Card>
  );
}

function Questions({ survey, mayCall }: { survey: InvitationRecord; mayCall: boolean }) {
  const say = useWords(surveyWords);
  const language = useLanguage();
  const { reason } = survey.mayRecord;
  if (survey.state === 'answered') return <Answered survey={survey} />;
  if (mayCall && survey.mayRecord.allowed) return <AskForm survey={survey} />;
  const words: Readonly<Record<string, { title: string; detail: string }>> =
    surveyProblems[language];
  return (
    <Card title={survey.content.title[language === 'en' ? 'en' : 'zh']}>
      <p>
        {reason === 'survey_over'
          ? say('notAnswered')
          : (words[reason ?? '']?.title ?? say('notAnswered'))}
      </p>
      {survey.withheldReason !== '' && <p className="soft">{say(survey.withheldReason)}</p>}
      {reason === 'advisor_served' && <p className="soft">{words.advisor_served?.detail}</p>}
    </Card>
  );
}

function Answered({ survey }: { survey: InvitationRecord }) {
  const say = useWords(surveyWords);
  const language = useLanguage();
  const now = useNow();
  const tongue = language === 'en' ? 'en' : 'zh';
  const { answers, content, sealedUntil, matterId, answeredBy, takenByName } = survey;
  const shown = (answers ?? []).map(({ key, score, words }) => {
    const question = content.questions.find((one) => one.key === key);
    const chosen = question?.kind === 'choice' ? question.options[(score ?? 1) - 1] : undefined;
    const top = question?.kind === 'scale5' ? 5 : 10;
    const said = chosen ? chosen[tongue] : score === null ? words : `${score}/${top}`;
    return [question?.text[tongue] ?? key, said] as const;
  });
  return (
    <Card title={say('answers')} actions={<Score of={survey} />}>
      {sealedUntil && <p>{say('sealedAnswers', { at: shortTime(sealedUntil, now, language) })}</p>}
      <dl className="survey-answers">
        {shown.map(([question, said]) => (
          <div key={question}>
            <dt>{question}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      <p className="soft survey-how">
        {answeredBy === 'call' ? say('by_call', { name: takenByName ?? '' }) : say('by_link')}
        {survey.answeredAt && ` · ${fullTime(survey.answeredAt)}`}
        {` · ${say('edition', { edition: survey.edition })}`}
      </p>
      {matterId && (
        <p>
          {say('matter')} · <Link to={`/matters/${matterId}`}>{say('openMatter')}</Link>
        </p>
      )}
    </Card>
  );
}
