import type { PrintLocale } from '#platform/print/form.ts';
import type { Counted, Indicator, PlaceLine, RuleLine, TrendPoint } from '../contract.ts';
import { drawTrend } from '../judge/trend.ts';
import { type IndicatorKey, indicatorKeys } from '../lifecycle.ts';
import { figureWords } from '../locales/words-figures.ts';

type FigureWord = keyof (typeof figureWords)['zh-CN'];

export const percent = ({ share }: Counted): string =>
  share === null ? '–' : `${Math.round(share * 1000) / 10}%`;
const parts = ({ value, of }: Counted) => (of === 0 ? '' : `${value} / ${of}`);
const short = (now: Counted) => (now.of === 0 ? '' : `${percent(now)} (${now.value}/${now.of})`);

export const figureRows = (figures: readonly Indicator[], language: PrintLocale): string[][] =>
  figures.map(({ key, now, before, yearAgo }) => [
    figureWords[language][`figure_${key}`],
    percent(now),
    parts(now),
    percent(before),
    percent(yearAgo),
  ]);

/** Only of what was counted: nobody reads how an empty line is reckoned. */
export const formulaRows = (figures: readonly Indicator[], language: PrintLocale): string[][] =>
  figures
    .filter(({ now }) => now.of > 0)
    .map(({ key }) => [
      figureWords[language][`figure_${key}`],
      figureWords[language][`formula_${key}`],
    ]);

export const ruleRows = (rules: readonly RuleLine[], language: PrintLocale): string[][] =>
  rules.map(({ rule, source, now }) => {
    const word = `rule_${rule.replace('.', '_')}`;
    const own: Readonly<Record<string, string>> = figureWords[language];
    return [own[word] ?? rule, percent(now), parts(now), source];
  });

/** What is told of people and shops on paper: as many columns as fit. */
export const lineKeys: readonly IndicatorKey[] = [
  'cared',
  'inTime',
  'connected',
  'satisfied',
  'booked',
  'returned',
];
export const lineRows = (lines: readonly PlaceLine[]): string[][] =>
  lines.map(({ name, cells }) => [
    name || '–',
    ...lineKeys.map((key) => {
      const cell = cells.find((each) => each.key === key);
      return cell ? short(cell.now) : '';
    }),
  ]);
export const lineHead = (language: PrintLocale): string[] =>
  lineKeys.map((key) => figureWords[language][`figure_${key}` as FigureWord]);

/** The trends that have something to show, each as a picture with its name. */
export const trendPictures = (
  trend: readonly TrendPoint[],
  language: PrintLocale,
): { name: string; svg: string }[] =>
  indicatorKeys.flatMap((key) => {
    const shares = trend.map(({ fromOn, cells }) => ({
      month: fromOn.slice(0, 7),
      share: cells.find((cell) => cell.key === key)?.now.share ?? null,
    }));
    if (shares.every(({ share }) => share === null)) return [];
    return [{ name: figureWords[language][`figure_${key}`], svg: svgOf(shares) }];
  });

/** Black on white, so that a photocopy reads like the original. */
function svgOf(shares: Parameters<typeof drawTrend>[0]): string {
  const { width, height, left, right, base, ticks, points, lines } = drawTrend(shares);
  const label = (x: number, y: number, anchor: string, text: string) =>
    `<text x="${x}" y="${y}" font-family="Noto Sans SC" font-size="15" text-anchor="${anchor}">${text}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    ...ticks.map(
      ({ share, y }) =>
        `<path d="M${left} ${y}H${right}" stroke="#bbb" stroke-width="1"/>${label(left - 6, y + 5, 'end', `${share * 100}%`)}`,
    ),
    ...lines.map(
      (line) => `<polyline points="${line}" fill="none" stroke="#000" stroke-width="2.5"/>`,
    ),
    ...points.flatMap(({ month, share, x, y }, at) => [
      y === null ? '' : `<circle cx="${x}" cy="${y}" r="4.5" fill="#000"/>`,
      at === points.length - 1 && share !== null && y !== null
        ? label(x, y < 36 ? y + 22 : y - 10, 'middle', percent({ share, value: 0, of: 1 }))
        : '',
      (points.length - at) % 3 === 1 ? label(x, base + 18, 'middle', month.slice(2)) : '',
    ]),
    '</svg>',
  ].join('');
}
