import {
  ask,
  chooseLanguage,
  draw,
  dress,
  faultOf,
  keepPage,
  language,
  languageButton,
  type Part,
  speaker,
} from '#modules/links/web/holder/index.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import type { GenuineAnswer } from '../../contract.ts';
import { genuineHolderWords, type HolderWord } from '../../locales/holder.ts';
import { provinceIn, provinces } from '../../locales/provinces.ts';
import './genuine.css';

const zone = 'Asia/Shanghai';
const say = speaker<HolderWord>(genuineHolderWords);

const place = () => document.querySelector('#genuine')!;
const show = (...parts: Part[]) => place().replaceChildren(...parts);

/** `?h=` is the house of the label, `?s=` the shop whose poster it is; the code stands behind the `#`, and goes. */
export function openGenuineCheck(): void {
  dress();
  document.title = say('title');
  const code = location.hash.slice(1);
  history.replaceState(null, '', location.pathname + location.search);
  show(heading(code), askFor(code));
  keepPage('/g?');
}

/** What is asked, and beside it the other language, which begins anew with the code that stands there. */
const heading = (code = ''): HTMLElement => {
  const button = languageButton(language, (next) => {
    const typed = document.querySelector<HTMLInputElement>('#code')?.value || code;
    history.replaceState(null, '', `${location.pathname}${location.search}#${typed}`);
    chooseLanguage(next);
    location.reload();
  });
  return draw('header', { className: 'link-head' }, draw('h1', {}, say('title')), button);
};

/** Said before he types: without a line nothing can be looked up. */
function lineNote(): HTMLElement {
  const note = draw('p', { className: 'link-fault' });
  note.setAttribute('role', 'status');
  const tell = () => {
    note.textContent = navigator.onLine ? '' : say('away');
  };
  addEventListener('online', tell);
  addEventListener('offline', tell);
  tell();
  return note;
}

function askFor(typed: string): HTMLElement {
  const code = draw('input', {
    id: 'code',
    className: 'link-field genuine-code',
    value: typed,
    required: true,
    autocomplete: 'off',
    autocapitalize: 'characters',
    spellcheck: false,
    maxLength: 40,
    placeholder: 'XXXX-XXXX-XXXX-XXXX',
  });
  const where = draw('select', { id: 'place', className: 'link-field' });
  where.append(draw('option', { value: '' }, say('noPlace')));
  for (const province of provinces)
    where.append(draw('option', { value: province }, provinceIn(province, language)));
  const fault = draw('p', { className: 'link-fault' });
  fault.setAttribute('role', 'alert');
  const button = draw('button', { className: 'link-button' }, say('check'));
  const form = draw(
    'form',
    { className: 'link-card' },
    draw('p', { className: 'link-soft' }, say('lead')),
    lineNote(),
    draw('label', { htmlFor: 'code' }, say('code')),
    code,
    draw('label', { htmlFor: 'place' }, say('place')),
    where,
    draw('p', { className: 'link-soft' }, say('placeWhy')),
    fault,
    button,
  );
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    fault.textContent = '';
    try {
      answered(await lookUp(code.value, where.value), code.value);
    } catch (error) {
      fault.textContent = faultOf(error, say('away'));
      button.disabled = false;
    }
  });
  return form;
}

function lookUp(code: string, where: string): Promise<GenuineAnswer> {
  const address = new URLSearchParams(location.search);
  const [house, shop] = [address.get('h'), address.get('s')];
  const given = { ...(house && { house }), ...(shop && { shop }), ...(where && { place: where }) };
  return ask<GenuineAnswer>('POST', '/genuine-checks', { code, ...given });
}

function answered(answer: GenuineAnswer, code: string): void {
  const { outcome, times } = answer;
  const house = answer.house || say('us');
  const verdict = draw(
    'section',
    { className: `link-card genuine-${outcome}` },
    draw('h2', {}, say(outcome)),
    draw('p', {}, say(`${outcome}Lead`, { times, house })),
    ...(answer.product ? [factsOf(answer)] : []),
  );
  verdict.setAttribute('role', 'status');
  const another = draw('button', { className: 'link-button link-quiet' }, say('another'));
  another.addEventListener('click', () => show(heading(), askFor('')));
  show(heading(code), verdict, ...(answer.earlier.length > 0 ? [earlierOf(answer)] : []), another);
}

function factsOf({ product, partNumber, house }: GenuineAnswer): HTMLElement {
  const facts = draw('dl', { className: 'link-facts' });
  const named = [
    ['product', product],
    ['partNumber', partNumber],
    ['issuer', house],
  ] as const;
  for (const [word, value] of named)
    if (value) facts.append(draw('dt', {}, say(word)), draw('dd', {}, value));
  return facts;
}

function earlierOf({ earlier }: GenuineAnswer): HTMLElement {
  const list = draw('ul', { className: 'genuine-earlier' });
  for (const { at, place: where } of earlier) {
    const when = new Date(at);
    const time = `${dateIn(zone, when)} ${timeIn(zone, when)}`;
    list.append(
      draw(
        'li',
        {},
        draw('span', {}, time),
        draw('span', {}, where ? provinceIn(where, language) : say('somewhere')),
      ),
    );
  }
  return draw('section', { className: 'link-card' }, draw('h2', {}, say('earlier')), list);
}
