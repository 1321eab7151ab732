import { draw, faultOf, type Part } from '#modules/links/web/holder/index.ts';
import type { ShownLine } from '../../contract.ts';
import { type Page, sayOf, shownTime, yuan } from './tools.ts';

/** What a job costs, of which parts, and at whose cost. */
export function pricesOf({ say }: Page, line: ShownLine): Part {
  const parts = line.parts.map(({ name, origin, quantityThousandths, unit, unitFen }) => {
    const amount = `${quantityThousandths / 1000} ${unit} × ${yuan(unitFen)}`;
    const words = [name, sayOf(say, 'origin', origin), amount].filter(Boolean).join(' · ');
    return draw('li', { className: 'link-soft' }, words);
  });
  const sums = [
    line.labourFen > 0 ? `${say('labour')} ${yuan(line.labourFen)}` : '',
    line.partsFen > 0 ? `${say('parts')} ${yuan(line.partsFen)}` : '',
  ];
  return draw(
    'div',
    { className: 'portal-prices' },
    ...(parts.length > 0 ? [draw('ul', {}, ...parts)] : []),
    draw(
      'p',
      { className: 'portal-price' },
      draw('b', {}, yuan(line.labourFen + line.partsFen)),
      draw(
        'span',
        { className: `portal-payer portal-payer-${line.payer}` },
        sayOf(say, 'pays', line.payer),
      ),
    ),
    draw('p', { className: 'link-soft' }, sums.filter(Boolean).join(' + ')),
  );
}

/** The photos that show why. */
export function picturesOf(page: Page, { pictures, description }: ShownLine): Part[] {
  if (pictures.length === 0) return [];
  return [
    draw(
      'div',
      { className: 'portal-photos' },
      ...pictures.map((fileId) => pictureOf(page, fileId, description)),
    ),
  ];
}

/** Small; a tap opens it whole. */
export function pictureOf(page: Page, fileId: string, caption: string): Part {
  const source = page.photoSource(fileId);
  const picture = draw('img', {
    src: source,
    alt: page.say('photo', { caption }),
    loading: 'lazy',
    width: 160,
    height: 120,
  });
  return draw('a', { href: source, target: '_blank', rel: 'noreferrer' }, picture);
}

/** A question back, of one job or of the whole. */
export function askBox(page: Page, lineId?: string): Part {
  const { say } = page;
  const field = draw('textarea', {
    className: 'link-field portal-words',
    maxLength: 500,
    rows: 2,
    placeholder: say('questionWords'),
    ariaLabel: say('questionWords'),
  });
  const send = draw('button', { className: 'portal-small', type: 'button' }, say('send'));
  send.disabled = page.isPreview;
  const said = draw('p', { className: 'link-soft' });
  said.setAttribute('role', 'status');
  const box = draw(
    'details',
    { className: 'portal-question' },
    draw('summary', {}, say(lineId ? 'question' : 'askShop')),
    field,
    send,
    said,
  );
  send.addEventListener('click', async () => {
    const words = field.value.trim();
    if (words === '') return field.focus();
    send.disabled = true;
    await page.ask(words, lineId).then(
      () => {
        field.value = '';
        said.textContent = say('sent');
      },
      (error) => {
        said.textContent = faultOf(error, say('kept'));
      },
    );
    send.disabled = false;
  });
  return box;
}

/** What was decided, and how far it is. */
export function decidedOf(page: Page): Part | undefined {
  const { visit, say } = page;
  const lines = visit.lines.filter(({ id }) => !visit.asks?.lineIds.includes(id));
  if (lines.length === 0) return undefined;
  const total = visit.settledFen ?? visit.approvedFen;
  const sum = visit.settledFen === null ? 'agreedSum' : 'settledSum';
  return draw(
    'section',
    { className: 'link-card' },
    draw('h2', {}, say('decided')),
    draw('ul', { className: 'portal-lines' }, ...lines.map((line) => decidedLine(page, line))),
    draw('p', { className: 'portal-sum' }, draw('span', {}, say(sum)), draw('b', {}, yuan(total))),
  );
}

function decidedLine(page: Page, line: ShownLine): Part {
  const { say } = page;
  const tag = line.isDone
    ? 'doneTag'
    : ({ approved: 'agreed', refused: 'refusedTag', open: 'openTag' } as const)[line.answer];
  const by = line.answeredAt
    ? say('by', { name: line.answeredBy, at: shownTime(line.answeredAt) })
    : '';
  return draw(
    'li',
    { className: `portal-decided portal-decided-${line.answer}` },
    draw(
      'p',
      { className: 'portal-price' },
      draw('b', {}, line.description),
      draw(
        'span',
        { className: `portal-tag portal-tag-${line.isDone ? 'done' : line.answer}` },
        say(tag),
      ),
    ),
    draw(
      'p',
      { className: 'link-soft' },
      [yuan(line.labourFen + line.partsFen), sayOf(say, 'pays', line.payer), by]
        .filter(Boolean)
        .join(' · '),
    ),
    ...(line.refusalReason ? [draw('p', { className: 'link-soft' }, line.refusalReason)] : []),
    ...picturesOf(page, line),
  );
}
