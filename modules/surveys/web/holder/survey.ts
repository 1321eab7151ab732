import {
  draw,
  type Holding,
  type Part,
  pageHead,
  Refused,
} from '#modules/links/web/holder/index.ts';
import type { GivenAnswer, HeldSurvey } from '../../contract-answers.ts';
import type { Question } from '../../contract-questionnaire.ts';
import { type SurveyHeldWord, surveyHeldWords } from '../../locales/holder.ts';
import './survey.css';
import { keepAnswers, keptAnswers } from './kept.ts';

type Say = (word: SurveyHeldWord, facts?: Readonly<Record<string, number>>) => string;
type Said = Readonly<Record<'zh' | 'en', string>>;

/** A question a screen. What was answered stays on the telephone until the house has it. */
export async function showHeldSurvey(holding: Holding): Promise<void> {
  const say: Say = (word, facts = {}) =>
    surveyHeldWords[holding.language][word].replace(/\{(\w+)\}/g, (_, name) => `${facts[name]}`);
  const inTongue = (said: Said) => said[holding.language === 'en' ? 'en' : 'zh'];
  const path = `/held-surveys/${holding.aboutId}`;
  const { ask, isPreview } = holding;
  const keep = (now: ReadonlyMap<string, GivenAnswer>) => {
    if (!isPreview) keepAnswers(holding.aboutId, now);
  };
  const answers = isPreview ? new Map<string, GivenAnswer>() : keptAnswers(holding.aboutId);
  let survey = await ask<HeldSurvey>('GET', path);
  const { questions, title, lead, thanks } = survey.content;
  holding.name(`${say('survey')} · ${survey.shopName}`);

  const shopLine = () => pageHead(survey.shopName);
  const showPage = (...parts: Part[]) => {
    holding.show(shopLine(), ...parts);
    document.querySelector<HTMLElement>('#holder h1')?.focus();
  };
  const heading = (text: string) => draw('h1', { tabIndex: -1 }, text);
  const button = (text: string, act: () => void, isQuiet = false) => {
    const made = draw('button', {
      type: 'button',
      className: isQuiet ? 'link-button link-quiet' : 'link-button',
      textContent: text,
    });
    made.addEventListener('click', act);
    return made;
  };

  const note = (answer: GivenAnswer | undefined, key: string) => {
    if (answer) answers.set(key, answer);
    else answers.delete(key);
    keep(answers);
  };

  const begin = () =>
    showPage(
      heading(inTongue(title)),
      draw('p', {}, inTongue(lead)),
      button(say('begin'), () => showQuestion(0)),
    );

  const showQuestion = (at: number) => {
    const question = questions[at];
    if (!question) return void send();
    const of = questions.length;
    const progress = draw('progress', { className: 'survey-progress', max: of, value: at });
    progress.setAttribute('aria-label', say('at', { at: at + 1, of }));
    const forward = () => showQuestion(at + 1);
    showPage(
      progress,
      draw('p', { className: 'link-soft' }, say('at', { at: at + 1, of })),
      heading(inTongue(question.text)),
      ...(question.kind === 'words'
        ? [wordsField(question)]
        : choices(question, (score) => {
            note({ key: question.key, score, words: '' }, question.key);
            forward();
          })),
      foot(question, at, forward),
    );
  };

  const choices = (question: Question, choose: (score: number) => void): Part[] => {
    const chosen = answers.get(question.key)?.score;
    const buttons = optionsOf(question, say, inTongue).map(({ score, text }) => {
      const one = draw('button', { type: 'button', className: 'survey-choice', textContent: text });
      one.setAttribute('aria-pressed', String(chosen === score));
      one.addEventListener('click', () => choose(score));
      return one;
    });
    const isGrid = question.kind === 'scale10' || question.kind === 'nps';
    const group = draw('div', { className: classOf(question) }, ...buttons);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', inTongue(question.text));
    if (!isGrid) return [group];
    const ends: [SurveyHeldWord, SurveyHeldWord] =
      question.kind === 'nps' ? ['never', 'surely'] : ['lowest', 'highest'];
    const legend = ends.map((word) => draw('span', {}, say(word)));
    return [group, draw('p', { className: 'survey-ends link-soft' }, ...legend)];
  };

  const wordsField = (question: Question): Part => {
    const field = draw('textarea', {
      className: 'survey-words',
      maxLength: 1000,
      rows: 5,
      placeholder: say('wordsHint'),
      value: answers.get(question.key)?.words ?? '',
    });
    field.setAttribute('aria-label', inTongue(question.text));
    field.addEventListener('input', () => {
      const words = field.value;
      const isEmpty = words.trim() === '';
      note(isEmpty ? undefined : { key: question.key, score: null, words }, question.key);
    });
    return field;
  };

  const foot = ({ key, kind, isRequired }: Question, at: number, forward: () => void): Part => {
    const isLast = at === questions.length - 1;
    const goesOn = kind === 'words' || answers.has(key) || isLast;
    const mayGo = !isRequired || answers.has(key) || kind === 'words';
    return draw(
      'div',
      { className: 'survey-foot' },
      ...(at > 0 ? [button(say('back'), () => showQuestion(at - 1), true)] : []),
      ...(mayGo ? [button(say(isLast ? 'send' : goesOn ? 'next' : 'skip'), forward, !goesOn)] : []),
    );
  };

  const send = async (): Promise<void> => {
    showPage(heading(say('sending')));
    const inOrder = questions.flatMap(({ key }) => answers.get(key) ?? []);
    try {
      survey = await ask<HeldSurvey>('POST', `${path}/answers`, { answers: inOrder });
      keep(new Map());
      end();
    } catch (error) {
      if (error instanceof Refused && error.code === 'answer_needed') return showMissing();
      if (error instanceof Refused) return holding.fail(error);
      waitForLine();
    }
  };

  const showMissing = () => {
    const at = questions.findIndex(({ key, isRequired }) => isRequired && !answers.has(key));
    showQuestion(Math.max(0, at));
  };

  /** No line: the answers stay, and go out as soon as it is back. */
  const waitForLine = () => {
    const retry = () => void send();
    addEventListener('online', retry, { once: true });
    const again = button(say('again'), () => {
      removeEventListener('online', retry);
      retry();
    });
    const told = draw('p', {}, say('kept'));
    told.setAttribute('role', 'alert');
    showPage(told, again);
  };

  const end = () =>
    showPage(heading(say('thanks')), draw('p', {}, inTongue(thanks)), ...callOf(survey, say));
  const over = () =>
    showPage(heading(say('over')), draw('p', {}, say('overDetail')), ...callOf(survey, say));

  if (survey.state === 'answered') end();
  else if (survey.state === 'over') over();
  else begin();
}

function optionsOf(
  { kind, options }: Question,
  say: Say,
  inTongue: (said: Said) => string,
): { score: number; text: string }[] {
  const from = (first: number, last: number) =>
    Array.from({ length: last - first + 1 }, (_, at) => first + at);
  if (kind === 'choice')
    return options.map((said, at) => ({ score: at + 1, text: inTongue(said) }));
  if (kind === 'scale5') {
    return from(1, 5)
      .reverse()
      .map((score) => ({ score, text: say(`score5_${score}` as SurveyHeldWord) }));
  }
  return from(kind === 'nps' ? 0 : 1, 10).map((score) => ({ score, text: String(score) }));
}

const classOf = ({ kind }: Question) =>
  kind === 'nps' ? 'survey-grid survey-nps' : kind === 'scale10' ? 'survey-grid' : 'survey-list';

function callOf({ shopPhone }: HeldSurvey, say: Say): Part[] {
  if (shopPhone === '') return [];
  const dialled = shopPhone.replace(/[^\d+]/g, '');
  const link = draw('a', { href: `tel:${dialled}` }, `${say('callShop')} ${shopPhone}`);
  return [draw('p', { className: 'link-soft' }, link)];
}
