import { draw, type Part } from '#modules/links/web/holder/index.ts';
import type { Question } from '../../contract.ts';
import { askBox, pictureOf } from './lines.ts';
import { type Page, type Say, shownTime } from './tools.ts';

/** Photos that belong to no job: the car, the progress. */
export function photosOf(page: Page): Part | undefined {
  const photos = page.visit.photos.filter(({ lineId }) => lineId === null);
  if (photos.length === 0) return undefined;
  const figures = photos.map(({ fileId, caption }) =>
    draw(
      'figure',
      {},
      pictureOf(page, fileId, caption),
      draw('figcaption', { className: 'link-soft' }, caption),
    ),
  );
  return draw(
    'section',
    { className: 'link-card' },
    draw('h2', {}, page.say('photos')),
    draw('div', { className: 'portal-photos' }, ...figures),
  );
}

/** What was asked and answered; and a place to ask. */
export function questionsOf(page: Page): Part | undefined {
  const { visit, say } = page;
  if (!visit.isProved) return undefined;
  const rows = visit.questions.map((one) => questionRow(one, say));
  return draw(
    'section',
    { className: 'link-card' },
    draw('h2', {}, say('questions')),
    ...(rows.length > 0 ? [draw('ul', { className: 'portal-lines' }, ...rows)] : []),
    askBox(page),
  );
}

function questionRow(one: Question, say: Say): Part {
  const answer = one.answeredAt
    ? [
        draw('p', { className: 'portal-answer' }, one.answer),
        draw('p', { className: 'link-soft' }, say('answeredBy', { name: one.answeredByName })),
      ]
    : [draw('p', { className: 'link-soft' }, say('noAnswer'))];
  const about = [one.about, shownTime(one.askedAt)].filter(Boolean).join(' · ');
  return draw(
    'li',
    {},
    draw('p', { className: 'link-soft' }, about),
    draw('p', {}, one.question),
    ...answer,
  );
}

/** The papers that exist: each opens where it stands, as a picture that any telephone shows, and is had as PDF. */
export function papersOf(page: Page): Part | undefined {
  const { visit, say } = page;
  if (visit.papers.length === 0) return undefined;
  const papers = visit.papers.map((paper) => paperOf(page, paper));
  return draw('section', { className: 'link-card' }, draw('h2', {}, say('papers')), ...papers);
}

function paperOf(
  { say, isPreview, paperSource }: Page,
  paper: Page['visit']['papers'][number],
): Part {
  const name = say(`paper_${paper}`);
  const summary = draw('summary', { className: 'link-button link-quiet' }, name);
  const box = draw('details', { className: 'portal-paper' }, summary);
  let shown: HTMLElement[] = [];
  const show = () => {
    for (const part of shown) part.remove();
    if (!box.open || isPreview) return;
    const source = paperSource(paper, 'picture');
    const image = draw('img', { alt: name, src: source });
    // By itself it can be made as large as one likes.
    const picture = draw('a', { href: source, target: '_blank' }, image);
    image.addEventListener('error', () => {
      const told = draw('p', { className: 'link-fault' }, say('paperAway'));
      told.setAttribute('role', 'alert');
      picture.replaceWith(told);
      shown = [told, pdf];
    });
    const pdf = draw('a', { href: paperSource(paper), target: '_blank' }, say('paperPdf'));
    shown = [picture, pdf];
    box.append(...shown);
  };
  // It is made when somebody looks, and made anew the next time.
  box.addEventListener('toggle', show);
  return box;
}
