import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { reading, useWriting } from '#web/api.ts';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { NotFoundPage } from '#web/pages/FaultPages.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import {
  type FollowUpRuleShown,
  type RuleDraft,
  type RulePreview,
  followUpRuleRoutes as routes,
} from '../contract.ts';
import { occasions } from '../locales/vocabulary.ts';
import { ruleWords } from '../locales/words-rules.ts';
import type { People } from './RuleForm.tsx';
import { Whose } from './RulesPage.tsx';
import './rules.css';

const RuleForm = lazy(async () => ({ default: (await import('./RuleForm.tsx')).RuleForm }));
const RulePreviewCard = lazy(async () => ({
  default: (await import('./RulePreviewCard.tsx')).RulePreviewCard,
}));

/** One rule: changed at the left, tried out at the right before it is saved. */
export default function RulePage() {
  const say = useWords(ruleWords);
  const given = (useParams({ strict: false }) as { occasion: string }).occasion;
  const { data, error, refetch } = useQuery(reading(routes.list, {}));
  const rule = data?.items.find(({ occasion }) => occasion === given);
  const occasion = occasions.find((one) => one === given);
  if (!occasion) return <NotFoundPage />;
  return (
    <Page
      title={say(`occasion_${occasion}`)}
      note={rule && <Whose rule={rule} />}
      actions={<Link to="/settings/follow-up-rules">{say('rules')}</Link>}
    >
      <ProblemNote problem={error} onAgain={() => void refetch()} />
      {!data && !error && <Waiting label={say('rules')} />}
      {rule && data && (
        <Editor
          key={`${rule.occasion}.${rule.ownEdition}`}
          rule={rule}
          people={{ callers: data.callers, posts: data.posts }}
        />
      )}
    </Page>
  );
}

function Editor({ rule, people }: { rule: FollowUpRuleShown; people: People }) {
  const say = useWords(ruleWords);
  const tell = useTell();
  const { occasion, ownEdition: basedOn } = rule;
  const params = { occasion };
  const saving = useWriting(routes.set);
  const withdrawing = useWriting(routes.withdraw);
  const trying = useWriting(routes.preview);
  const [tried, setTried] = useState<RulePreview | null>(null);
  const [isStale, setIsStale] = useState(false);
  const preview = (body: RuleDraft) =>
    trying.mutate(
      { params, body },
      {
        onSuccess: (answer) => {
          setTried(answer);
          setIsStale(false);
        },
      },
    );
  const save = (draft: RuleDraft) =>
    saving.mutate(
      { params, body: { ...draft, basedOn } },
      { onSuccess: () => tell(say('ruleSaved')) },
    );
  const withdraw = () =>
    withdrawing.mutate(
      { params, body: { basedOn } },
      { onSuccess: () => tell(say('ruleWithdrawn')) },
    );
  return (
    <div className="rule-editor">
      <Card
        actions={
          rule.isOwn && (
            <Button size="small" loading={withdrawing.isPending} onClick={withdraw}>
              {say('ruleWithdraw')}
            </Button>
          )
        }
        title={say('ruleEdit')}
      >
        <p className="soft">{say('ruleSource', { source: rule.source })}</p>
        <Suspense fallback={<Waiting label={say('ruleEdit')} />}>
          <RuleForm
            rule={rule}
            people={people}
            problem={saving.error ?? trying.error ?? withdrawing.error}
            isSaving={saving.isPending}
            isTrying={trying.isPending}
            onChange={() => setIsStale(true)}
            onSave={save}
            onTry={preview}
          />
        </Suspense>
      </Card>
      <div className="rule-side">
        <Suspense fallback={<Waiting label={say('previewTitle')} />}>
          <RulePreviewCard preview={tried} isStale={isStale} occasion={occasion} />
        </Suspense>
        <History occasion={occasion} edition={basedOn} />
      </div>
    </div>
  );
}

function History({ occasion, edition }: Pick<FollowUpRuleShown, 'occasion'> & { edition: number }) {
  const say = useWords(ruleWords);
  const { data, error } = useQuery({
    ...reading(routes.editions, { params: { occasion } }),
    enabled: edition > 0,
  });
  const from = say(`from_${occasion}`);
  return (
    <Card title={say('ruleHistory')}>
      <ProblemNote problem={error} />
      {edition === 0 && <p className="soft">{say('ruleNoHistory')}</p>}
      <ol className="rule-lines">
        {data?.items.map((one) => (
          <li key={one.id}>
            <span className="figures">
              {say('ruleEditionLine', {
                edition: one.edition,
                name: one.byName,
                at: fullTime(one.createdAt),
              })}
            </span>
            <span className="soft">
              {one.isWithdrawn
                ? say('ruleGivenUp')
                : [
                    say(one.isOn ? 'ruleOn' : 'ruleOff'),
                    say('ruleDays', { from, first: one.earliestDays, last: one.latestDays }),
                  ].join(' · ')}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
