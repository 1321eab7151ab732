import {
  ask,
  draw,
  dress,
  faultOf,
  language,
  languageButton,
  type Part,
  Refused,
  speaker,
} from '#modules/links/web/holder/index.ts';
import { formatFen } from '#shared/money.ts';
import type { OpenPrices } from '../../contract.ts';
import { type HolderWord, priceHolderWords } from '../../locales/holder.ts';
import { contentText, hoursText, priceValueWords } from '../../locales/values.ts';
import './prices.css';

type Item = OpenPrices['items'][number];
interface Wanted {
  q: string;
  kind: '' | 'job' | 'part';
}

const say = speaker<HolderWord>(priceHolderWords);
const values = priceValueWords[language];

/** `?h=` is the house, `?s=` the shop whose poster was scanned. */
export function openPriceList(): void {
  dress();
  document.title = say('title');
  void begin();
}

const place = () => document.querySelector('#prices')!;

async function begin(): Promise<void> {
  try {
    const answer = await read({ q: '', kind: '' });
    document.title = `${answer.shop} ${say('title')}`;
    const list = draw('div', { className: 'price-list' });
    place().replaceChildren(head(answer), ...rates(answer), finder(list), list, foot());
    fill(list, answer, { q: '', kind: '' });
  } catch (error) {
    const isClosed = error instanceof Refused && error.code === 'not_found';
    const text = isClosed ? say('none_list') : faultOf(error, say('away'));
    place().replaceChildren(heading(say('title')), draw('p', { className: 'link-card' }, text));
  }
}

const heading = (text: string) => draw('h1', {}, text);
const soft = (text: string) => draw('p', { className: 'link-soft' }, text);

function read({ q, kind }: Wanted, cursor?: string): Promise<OpenPrices> {
  const address = new URLSearchParams(location.search);
  const given = { house: address.get('h'), shop: address.get('s'), q, kind, cursor };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(given)) if (value) query.set(name, value);
  return ask<OpenPrices>('GET', `/open-prices?${query}`);
}

function head({ house, shop, address, phone, complaintPhone, day }: OpenPrices): HTMLElement {
  const facts = draw('dl', { className: 'link-facts' });
  const named = [
    ['phone', phone],
    ['complaints', complaintPhone || phone],
  ] as const;
  for (const [word, value] of named)
    if (value)
      facts.append(
        draw('dt', {}, say(word)),
        draw('dd', {}, draw('a', { href: `tel:${value.replace(/[^\d+]/g, '')}` }, value)),
      );
  return draw(
    'header',
    { className: 'price-head' },
    draw('div', { className: 'link-head' }, heading(shop), languageButton()),
    ...(house === shop ? [] : [soft(house)]),
    soft([say('title'), say('asOf', { day })].join(' · ')),
    ...(address ? [soft(address)] : []),
    facts,
  );
}

function rates({ rates: all }: OpenPrices): HTMLElement[] {
  if (all.length === 0) return [];
  const list = draw('dl', { className: 'link-facts' });
  for (const { grade, rateFen } of all)
    list.append(
      draw('dt', {}, grade || say('usual')),
      draw('dd', {}, `¥${formatFen(rateFen)} ${say('perHour')}`),
    );
  return [draw('section', { className: 'link-card' }, draw('h2', {}, say('rates')), list)];
}

function finder(list: HTMLElement): HTMLElement {
  const q = draw('input', {
    type: 'search',
    className: 'link-field',
    maxLength: 60,
    autocomplete: 'off',
    placeholder: say('find'),
    ariaLabel: say('find'),
  });
  const button = draw('button', { className: 'link-button' }, say('search'));
  const form = draw('form', { className: 'price-finder' }, q, button);
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    const wanted: Wanted = { q: q.value.trim(), kind: '' };
    try {
      const answer = await read(wanted);
      list.replaceChildren();
      fill(list, answer, wanted);
    } catch (error) {
      list.replaceChildren(alertOf(error));
    }
    button.disabled = false;
  });
  return form;
}

function alertOf(error: unknown): HTMLElement {
  const fault = draw('p', { className: 'link-card' }, faultOf(error, say('away')));
  fault.setAttribute('role', 'alert');
  return fault;
}

/** Adds a page of lines; each kind under its heading, once. */
function fill(list: HTMLElement, answer: OpenPrices, wanted: Wanted): void {
  const { items, packages, nextCursor } = answer;
  if (packages.length > 0)
    list.append(
      draw('h2', {}, say('packages')),
      draw('ul', { className: 'price-lines' }, ...packages.map(packageOf)),
    );
  if (items.length === 0 && list.childElementCount === 0) list.append(soft(say('none')));
  for (const kind of ['job', 'part'] as const) {
    const lines = items.filter((item) => item.kind === kind);
    if (lines.length === 0) continue;
    let box = list.querySelector<HTMLElement>(`[data-kind=${kind}]`);
    if (!box) {
      const name = say(kind === 'job' ? 'jobs' : 'parts');
      box = draw('ul', { className: 'price-lines' });
      box.dataset.kind = kind;
      list.append(draw('h2', {}, name), box);
    }
    box.append(...lines.map(lineOf));
  }
  if (nextCursor === null) return;
  const more = draw('button', { className: 'link-button link-quiet' }, say('more'));
  more.addEventListener('click', async () => {
    more.disabled = true;
    try {
      const answer = await read(wanted, nextCursor);
      more.remove();
      fill(list, answer, wanted);
    } catch {
      more.disabled = false;
    }
  });
  list.append(more);
}

/** What is in it, what that costs singly, and together. */
const packageOf = (one: OpenPrices['packages'][number]): HTMLElement =>
  draw(
    'li',
    {},
    draw(
      'div',
      {},
      draw('span', { className: 'price-name' }, [one.name, one.model].filter(Boolean).join(' · ')),
      soft(`${one.code} · ${one.lines.map(contentText).join('、')}`),
    ),
    draw(
      'div',
      { className: 'price-amount' },
      draw('strong', {}, `¥${formatFen(one.amountFen)}`),
      ...(one.sumFen > one.amountFen
        ? [soft(say('singly', { yuan: `¥${formatFen(one.sumFen)}` }))]
        : []),
    ),
  );

function lineOf(item: Item): HTMLElement {
  const { name, model, code, measure } = item;
  const { amountFen } = item;
  const amount: Part[] =
    amountFen === null
      ? [draw('span', { className: 'link-soft' }, say('noAmount'))]
      : [draw('strong', {}, `¥${formatFen(amountFen)}`)];
  const per = measure && amountFen !== null ? [soft(say('per', { measure }))] : [];
  return draw(
    'li',
    {},
    draw(
      'div',
      {},
      draw('span', { className: 'price-name' }, [name, model].filter(Boolean).join(' · ')),
      soft([code, ...notesOf(item)].join(' · ')),
    ),
    draw('div', { className: 'price-amount' }, ...amount, ...per),
  );
}

function notesOf(item: Item): string[] {
  const { standardHours, hoursSource, workGrade, rateGrade, isFixed, origin, kind } = item;
  const { guaranteeDays, guaranteeKm } = item;
  const term = [
    guaranteeDays !== null && say('days', { days: guaranteeDays }),
    guaranteeKm !== null && say('km', { km: guaranteeKm }),
  ].filter((each) => each !== false);
  const source = standardHours && hoursSource ? values[`source_${hoursSource}`] : '';
  return [
    origin && values[`origin_${origin}`],
    workGrade && values[`work_${workGrade}`],
    kind === 'job' && standardHours !== null && standardHours > 0
      ? say('hours', { hours: hoursText(standardHours) })
      : '',
    source && say('by', { source }),
    rateGrade,
    kind === 'job' && isFixed && say('fixed'),
    term.length > 0 && say('guarantee', { term: term.join(` ${say('or')} `) }),
  ].filter((each): each is string => typeof each === 'string' && each !== '');
}

const foot = () =>
  draw('footer', { className: 'price-foot' }, soft(say('duties')), soft(say('law')));
