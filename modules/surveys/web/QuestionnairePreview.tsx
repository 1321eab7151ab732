import { useLanguage, useWords } from '#web/useWords.ts';
import type { QuestionnaireContent } from '../contract.ts';
import { surveyHeldWords } from '../locales/holder.ts';
import { surveySettingWords } from '../locales/words-settings.ts';
import { scoresOf } from './questions.ts';

/** The screens of the customer's telephone, one under the other. */
export function QuestionnairePreview({ content }: { content: QuestionnaireContent }) {
  const say = useWords(surveySettingWords);
  const language = useLanguage();
  const tongue = language === 'en' ? 'en' : 'zh';
  const held = surveyHeldWords[language];
  return (
    <aside className="survey-preview" aria-label={say('preview')}>
      <h2>{say('preview')}</h2>
      <section>
        <h3>{content.title[tongue]}</h3>
        <p>{content.lead[tongue]}</p>
        <span className="survey-preview-button">{held.begin}</span>
      </section>
      {content.questions.map((question) => (
        <section key={question.key}>
          <h3>{question.text[tongue]}</h3>
          {question.kind === 'words' ? (
            <span className="survey-preview-words">{held.wordsHint}</span>
          ) : (
            <span
              className={`survey-preview-${question.kind === 'choice' ? 'choice-list' : question.kind}`}
            >
              {(question.kind === 'scale5' ? scoresOf(question).reverse() : scoresOf(question)).map(
                (score) => (
                  <span key={score} className="survey-preview-choice">
                    {question.kind === 'scale5'
                      ? held[`score5_${score}` as 'score5_1']
                      : question.kind === 'choice'
                        ? question.options[score - 1]?.[tongue]
                        : score}
                  </span>
                ),
              )}
            </span>
          )}
        </section>
      ))}
      <section>
        <h3>{held.thanks}</h3>
        <p>{content.thanks[tongue]}</p>
      </section>
    </aside>
  );
}
