import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { Card } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useSession } from '#web/session.ts';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { useDraft } from '#web/useDraft.ts';
import { useWords } from '#web/useWords.ts';
import {
  type CurrentQuestionnaire,
  type QuestionnaireContent,
  questionnaireRoutes,
} from '../contract.ts';
import { surveySettingWords } from '../locales/words-settings.ts';
import { moved, newQuestion, without, withQuestion } from './editing.ts';
import { QuestionEditor } from './QuestionEditor.tsx';
import { QuestionnairePreview } from './QuestionnairePreview.tsx';

/** A questionnaire in work beside what the customer will see; published as a whole, as a new edition. */
export function QuestionnaireEditor({ current }: { current: CurrentQuestionnaire }) {
  const say = useWords(surveySettingWords);
  const tell = useTell();
  const { permissions } = useSession();
  const { occasion, edition, source, publishedAt, publishedByName } = current;
  const draft = useDraft<QuestionnaireContent>(
    `questionnaire.${occasion}.${edition}`,
    current.content,
  );
  const [content, setContent] = useState(draft.initial);
  const publish = useWriting(questionnaireRoutes.publish);
  const change = (next: QuestionnaireContent) => {
    setContent(next);
    draft.keep(next);
  };
  const send = () =>
    publish.mutate(
      { body: { occasion, basedOn: edition, content } },
      {
        onSuccess: (made) => {
          draft.clear();
          tell(say('done', { edition: made.edition }));
        },
      },
    );
  const { questions } = content;
  return (
    <div className="survey-edit">
      <Card title={edition === 0 ? say('shipped') : say('edition', { edition })}>
        <p className="soft survey-lead">
          {source && say('source', { source })}
          {publishedAt &&
            publishedByName &&
            say('published', { name: publishedByName, at: fullTime(publishedAt) })}
        </p>
        <ProblemNote problem={publish.error} onAgain={publish.again} />
        {(['title', 'lead', 'thanks'] as const).map((part) => (
          <div key={part} className="form-pair">
            {(['zh', 'en'] as const).map((tongue) => (
              <Input.TextArea
                key={tongue}
                rows={part === 'title' ? 1 : 3}
                maxLength={part === 'title' ? 60 : 300}
                aria-label={say(`${part}${tongue === 'zh' ? 'Zh' : 'En'}`)}
                placeholder={say(`${part}${tongue === 'zh' ? 'Zh' : 'En'}`)}
                value={content[part][tongue]}
                onChange={({ target }) =>
                  change({ ...content, [part]: { ...content[part], [tongue]: target.value } })
                }
              />
            ))}
          </div>
        ))}
        <ol className="survey-edit-list">
          {questions.map((question, at) => (
            <QuestionEditor
              key={question.key}
              question={question}
              number={at + 1}
              isLast={at === questions.length - 1}
              onChange={(part) => change(withQuestion(content, at, part))}
              onMove={(by) => change(moved(content, at, by))}
              onRemove={() => change(without(content, at))}
            />
          ))}
        </ol>
        <Button
          disabled={questions.length >= 20}
          onClick={() => change({ ...content, questions: [...questions, newQuestion(questions)] })}
        >
          {say('add')}
        </Button>
        <div className="form-end">
          <span className="soft">
            {permissions.includes('followUps.supervise') ? say('publishLead') : say('houseOnly')}
          </span>
          <Button
            type="primary"
            disabled={!permissions.includes('followUps.supervise')}
            loading={publish.isPending}
            onClick={send}
          >
            {say('publish')}
          </Button>
        </div>
      </Card>
      <QuestionnairePreview content={content} />
    </div>
  );
}
