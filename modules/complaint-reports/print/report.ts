import {
  type FormFrame,
  type FormTemplate,
  formData,
  printedInstant,
} from '#platform/print/form.ts';
import { printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { Counted, Report } from '../contract.ts';
import { baseSaid, figureSaid } from '../locales/said-figures.ts';
import { reportWords } from '../locales/words.ts';

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./report.typ', import.meta.url));

/** A report upward as A4 PDF: figures with their formulas, units, what is overdue, measures, words. */
export function printReport(frame: FormFrame, report: Report): Promise<Printed> {
  const words = reportWords[frame.locale ?? 'zh-CN'];
  const title = `${words.reports} · ${words[`grain_${report.grain}`]}`;
  const { data, images } = formData(
    frame,
    { title, formNumber: 'HF-09' },
    bodyOf(frame, report, words),
  );
  return printDocument(template, data, images);
}

type Words = (typeof reportWords)['zh-CN'];
const compared = ['received', 'answeredInTime', 'closedInTime', 'resolved', 'satisfied'] as const;

function bodyOf(frame: FormFrame, report: Report, words: Words) {
  const { facts } = report;
  const at = (instant: string) => printedInstant(frame, new Date(instant));
  const filled = (text: string, given: Record<string, string>) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '');
  const own: Readonly<Record<string, string>> = words;
  const counts = (
    prefix: string,
    rows: Counted['kinds'] | Counted['ages'] | Counted['severities'],
  ) =>
    rows
      .filter(({ complaints }) => complaints > 0)
      .map(({ key, complaints }) => `${own[`${prefix}_${key}`]} ${complaints}`)
      .join('　') || '–';
  const cells = (counted: Counted | null) => [
    ...compared.map((key) => {
      const figure = counted?.figures.find((each) => each.key === key);
      return figure ? figureSaid(figure) : '–';
    }),
    counted ? String(counted.overdue) : '–',
  ];
  const missing = facts.parts.filter(({ counted }) => counted === null);
  const { total } = facts;
  return {
    words,
    unit: report.unitName,
    to: report.toUnitName,
    period: `${report.fromOn} — ${report.untilOn}`,
    state: words[`state_${report.state}`] + (report.isLate ? ` · ${words.late}` : ''),
    edition: String(report.edition),
    dueAt: at(report.dueAt),
    sentAt: report.sentAt ? at(report.sentAt) : '',
    figuresAt: at(report.figuresAt),
    by: report.sentAt ? report.sentByName || words.sentByHouse : '',
    correctedWhy: report.correctedWhy,
    changes: facts.changes.map(({ what, was, now }) => [changeSaid(words, what), was, now]),
    figures: total.figures.map((figure) => [
      words[`figure_${figure.key}`],
      figureSaid(figure),
      baseSaid(figure),
      words[`formula_${figure.key}`],
    ]),
    counts: (['closed', 'overdue', 'exceptions'] as const).map((key) => [
      words[key],
      String(total[key]),
      '',
      words[`formula_${key}`],
    ]),
    kinds: counts('kind', total.kinds),
    severities: counts('severity', total.severities),
    ages: counts('age', total.ages),
    unitHead: [
      words.units,
      words.state,
      ...compared.map((key) => words[`figure_${key}`]),
      words.overdue,
    ],
    parts:
      facts.parts.length === 0
        ? []
        : [
            ...facts.parts.map(({ unitName, standing, counted }) => [
              unitName,
              words[`standing_${standing}`],
              ...cells(counted),
            ]),
            [words.own, '', ...cells(facts.own)],
            [words.total, '', ...cells(total)],
          ],
    notCome:
      missing.length === 0
        ? ''
        : filled(words.notCome, { units: missing.map(({ unitName }) => unitName).join('、') }),
    overdue: facts.overdue.map(({ number, unitName, kind, severity, state, days }) => [
      number,
      unitName,
      words[`kind_${kind}`],
      words[`severity_${severity}`],
      words[`state_${state}`],
      String(days),
    ]),
    exceptions: facts.exceptions.map(({ number, unitName }) => `${unitName} ${number}`).join('、'),
    hotSpots: facts.hotSpots.map(({ by, key, label, complaints, before }) => [
      words[`by_${by}`],
      by === 'kind' || by === 'cause' ? (own[`${by}_${key}`] ?? key) : label,
      filled(words.spotCount, { complaints: String(complaints), before: String(before) }),
    ]),
    measures: facts.measures.map((measure) => [
      measure.unitName,
      measure.words || words.measureHidden,
      measure.dueOn,
      measure.isDone ? words.measureDone : words.measureOpen,
      measure.verdict ? words[`verdict_${measure.verdict}`] : '',
    ]),
    summary: report.summary,
    overdueWords: report.overdueWords,
    plan: report.plan,
  };
}

/** `kinds.price` as the words of the list and of its row. */
function changeSaid(words: Words, what: string): string {
  const own: Readonly<Record<string, string>> = words;
  const [list, key] = what.split('.');
  if (key === undefined) return own[what] ?? own[`figure_${what}`] ?? what;
  const prefix = { kinds: 'kind', severities: 'severity', ages: 'age' }[list!] ?? list;
  return `${own[list!]}：${own[`${prefix}_${key}`] ?? key}`;
}
