import {
  type FormFrame,
  type FormTemplate,
  printedInstant,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { formatFen } from '#shared/money.ts';
import type { Figure, HotSpot, Review } from '../contract.ts';
import { type ReviewWord, reviewWords } from '../locales/words.ts';
import { reviewSheetWords } from './words.ts';

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./review-sheet.typ', import.meta.url));

/** A meeting as A4 PDF: its pack, its minutes, its measures; complaints by their numbers alone. */
export function printReview(frame: FormFrame, review: Review): Promise<Printed> {
  const { title } = reviewSheetWords[frame.locale ?? 'zh-CN'];
  return printForm(template, frame, { title, formNumber: 'ZJ-01' }, bodyOf(frame, review));
}

const percent = (share: number | null) =>
  share === null ? '–' : `${Math.round(share * 1000) / 10}%`;

function bodyOf(frame: FormFrame, review: Review) {
  const language = frame.locale ?? 'zh-CN';
  const words = reviewSheetWords[language];
  const say = (key: string, facts: Record<string, string | number> = {}) =>
    reviewWords[language][key as ReviewWord].replace(/\{(\w+)\}/g, (_, name: string) =>
      String(facts[name] ?? ''),
    );
  const { pack } = review;
  const listed = ({ total, first }: Review['pack']['overdue']) =>
    total === 0
      ? words.none
      : `${first.map(({ number }) => number).join('、')}（${say('moreOf', { total })}）`;
  return {
    words,
    unit: review.unitName,
    period: `${review.fromOn} — ${review.untilOn}`,
    state: say(`review_${review.state}`),
    madeAt: printedInstant(frame, new Date(review.createdAt)),
    people: review.people.map(({ name }) => name).join('、'),
    figures: pack.figures.map((figure) => figureRow(figure, say)),
    trend: pack.trend.points.map((point) => [
      `${point.fromOn} — ${point.untilOn}`,
      String(point.complaints),
      String(point.visits),
      percent(point.share),
      percent(point.lower),
      percent(point.upper),
    ]),
    hotSpots: pack.hotSpots.map((spot) => [
      nameOf(spot, say),
      String(spot.complaints),
      String(spot.before),
    ]),
    cases: pack.cases.map(({ number, kind, reason }) => [
      number,
      say(`kind_${kind}`),
      say(`reason_${reason}`),
    ]),
    overdue: listed(pack.overdue),
    exceptions: listed(pack.exceptions),
    minutes: review.minutes,
    measures: review.measures.map((measure) => [
      measure.words,
      measure.effectExpected,
      measure.ownerName,
      measure.dueOn,
      [say(`measure_${measure.state}`), measure.doneOn].filter(Boolean).join(' '),
    ]),
  };
}

type Say = (key: string, facts?: Record<string, string | number>) => string;

function figureRow({ key, value, of, share, target, isTargetUpper }: Figure, say: Say): string[] {
  const shown = {
    received: String(value),
    cost: of === 0 ? '–' : formatFen(Math.round(value / of)),
  };
  const aim =
    target === null ? '' : say(isTargetUpper ? 'below' : 'atLeast', { share: percent(target) });
  return [
    say(`figure_${key}`),
    shown[key as 'cost'] ?? percent(share),
    say(`of_${key}`, { value, of }),
    aim,
  ];
}

function nameOf({ by, key, label }: HotSpot, say: Say): string {
  const name = by === 'kind' || by === 'cause' ? say(`${by}_${key}`) : label;
  return `${say(`by_${by}`)}：${name}`;
}
