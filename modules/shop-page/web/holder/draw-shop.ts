import type { Part } from '#modules/links/web/holder/index.ts';
import { dateIn, weekdayOf } from '#shared/dates.ts';
import type { PublicShop } from '../../contract.ts';
import type { HolderWord } from '../../locales/holder.ts';
import './shop-page.css';

/** How elements are made: the public page and the preview on the manager's screen load different things. */
export interface Drawing {
  draw<Tag extends keyof HTMLElementTagNameMap>(
    tag: Tag,
    properties: Partial<HTMLElementTagNameMap[Tag]>,
    ...parts: Part[]
  ): HTMLElementTagNameMap[Tag];
  say(word: HolderWord, facts?: Readonly<Record<string, string | number>>): string;
}
type Span = { from: string; to: string };

const zone = 'Asia/Shanghai';

/** The page of a shop. `book` stands where somebody can book; without it, nowhere. */
export function drawShop(
  { draw, say }: Drawing,
  shop: PublicShop,
  now: Date,
  book?: HTMLElement,
): HTMLElement[] {
  const card = (title: string, ...parts: Part[]) =>
    draw('section', { className: 'shop-page-card' }, draw('h2', {}, title), ...parts);
  const soft = (text: string) => draw('p', { className: 'shop-page-soft' }, text);
  const list = (tag: 'ol' | 'ul', lines: readonly string[]) =>
    draw(tag, { className: 'shop-page-steps' }, ...lines.map((line) => draw('li', {}, line)));
  const facts = (rows: readonly (readonly [string, Part])[]) =>
    draw(
      'dl',
      { className: 'shop-page-facts' },
      ...rows.flatMap(([name, value]) => [draw('dt', {}, name), draw('dd', {}, value)]),
    );
  const spansText = (spans: readonly Span[]) =>
    spans.length === 0
      ? say('closed')
      : spans.map(({ from, to }) => `${from}–${to}`).join(say('and'));
  const tel = (phone: string, className: string, text = phone) =>
    draw('a', { className, href: `tel:${phone.replace(/[^\d+]/g, '')}` }, text);

  const head = draw(
    'header',
    { className: 'shop-page-head' },
    draw('h1', {}, shop.name),
    ...(shop.house && shop.house !== shop.name ? [soft(shop.house)] : []),
    draw('p', { className: 'shop-page-today' }, todayText()),
    ...(shop.address ? [soft(shop.address)] : []),
    ...(shop.intro ? [draw('p', { className: 'shop-page-intro' }, shop.intro)] : []),
  );

  function todayText(): string {
    const on = dateIn(zone, now);
    const spans =
      shop.otherDays.find((day) => day.on === on)?.spans ??
      shop.week.find(({ weekday }) => weekday === weekdayOf(on))?.spans ??
      [];
    return spans.length === 0 ? say('closedToday') : say('openToday', { spans: spansText(spans) });
  }

  const ways = draw(
    'nav',
    { className: 'shop-page-ways' },
    ...(book ? [book] : []),
    ...(shop.phone ? [tel(shop.phone, 'shop-page-way', say('call'))] : []),
    ...(mapOf(shop) ? [outside(mapOf(shop), say('map'), 'shop-page-way')] : []),
  );

  function outside(href: string, text: string, className = ''): HTMLElement {
    return draw('a', { className, href, target: '_blank', rel: 'noreferrer' }, text);
  }

  const openly = [
    ...(shop.pricesAt ? [outside(shop.pricesAt, say('prices'))] : []),
    outside(shop.genuineAt, say('genuine')),
  ];

  const promises = [
    say('promiseAnswer', { hours: shop.answerHours }),
    ...(shop.takesBookings ? [say('promiseGrace', { minutes: shop.graceMinutes })] : []),
    say('promiseRights', { days: shop.rightsDays }),
    ...shop.promises,
  ];

  const phones = (
    [
      ['phone', shop.phone],
      ['rescue', shop.rescuePhone],
      ['complaintPhone', shop.complaintPhone],
      ['authority', shop.authorityPhone],
      ['transport', shop.transportPhone],
    ] as const
  )
    .filter(([, phone]) => phone !== '')
    .map(([word, phone]) => [say(word), tel(phone, '')] as const);

  const hours = weekLines(shop.week).map(
    ({ first, last, spans }) =>
      [
        first === last
          ? say(`weekday${first}` as HolderWord)
          : `${say(`weekday${first}` as HolderWord)} ${say('to')} ${say(`weekday${last}` as HolderWord)}`,
        spansText(spans),
      ] as const,
  );
  const others = shop.otherDays.map(
    ({ on, spans, note }) =>
      [on.slice(5), [note, spansText(spans)].filter(Boolean).join(' · ')] as const,
  );

  return [
    head,
    ways,
    card(
      say('hours'),
      facts(hours),
      ...(others.length > 0 ? [draw('h3', {}, say('otherDays')), facts(others)] : []),
    ),
    card(
      say('open'),
      draw('ul', { className: 'shop-page-links' }, ...openly.map((one) => draw('li', {}, one))),
    ),
    card(say('promises'), list('ul', promises)),
    card(
      say('guarantees'),
      facts(
        shop.guarantees.map(({ work, days, km }) => [
          say(`work_${work}`),
          say('guarantee', { days, km: km.toLocaleString('en-US') }),
        ]),
      ),
      soft(say('guaranteeBy', { source: shop.guaranteeSource })),
    ),
    card(
      say('reception'),
      list(
        'ol',
        stepsOr(
          shop.receptionSteps,
          usualReception.map((word) => say(word)),
        ),
      ),
    ),
    card(
      say('complaints'),
      list(
        'ol',
        stepsOr(
          shop.complaintSteps,
          usualComplaint.map((word) => say(word, { hours: shop.answerHours })),
        ),
      ),
      facts(phones),
    ),
  ];
}

const usualReception = [
  'reception1',
  'reception2',
  'reception3',
  'reception4',
  'reception5',
  'reception6',
  'reception7',
] as const;
const usualComplaint = [
  'complaint1',
  'complaint2',
  'complaint3',
  'complaint4',
  'complaint5',
] as const;
const stepsOr = (own: readonly string[], usual: readonly string[]) =>
  own.length > 0 ? own : usual;

/** Days in a row with the same hours stand in one line. */
export function weekLines(week: PublicShop['week']) {
  const lines: { first: number; last: number; spans: readonly Span[] }[] = [];
  for (const { weekday, spans } of week) {
    const line = lines.at(-1);
    if (line && JSON.stringify(line.spans) === JSON.stringify(spans)) line.last = weekday;
    else lines.push({ first: weekday, last: weekday, spans });
  }
  return lines;
}

/** A map that opens in China's browsers and apps: at the point, else where the address is found. */
export function mapOf({
  mapPoint,
  name,
  address,
}: Pick<PublicShop, 'mapPoint' | 'name' | 'address'>): string {
  if (mapPoint !== '')
    return `https://uri.amap.com/marker?${new URLSearchParams({ position: mapPoint, name })}`;
  return address === ''
    ? ''
    : `https://uri.amap.com/search?${new URLSearchParams({ keyword: address })}`;
}
