import { type FormFrame, type FormTemplate, printForm } from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { Indicator, RuleLine } from '../contract.ts';
import { figureRows, formulaRows, ruleRows } from './rows.ts';
import { briefPaperWords } from './words.ts';

export interface ReportOf {
  name: string;
  unitName: string;
  fromOn: string;
  untilOn: string;
  figures: readonly Indicator[];
  rules: readonly RuleLine[];
  results: readonly { direction: string; result: string; reason: string; calls: number }[];
}
type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./report.typ', import.meta.url));

/** 回访总结报告: one person's following up in a period as A4 PDF; no customer is named. */
export function printReport(frame: FormFrame, report: ReportOf): Promise<Printed> {
  const { title_report: title } = briefPaperWords[frame.locale ?? 'zh-CN'];
  return printForm(template, frame, { title, formNumber: 'HF-07' }, bodyOf(frame, report));
}

function bodyOf(frame: FormFrame, report: ReportOf) {
  const language = frame.locale ?? 'zh-CN';
  const words = briefPaperWords[language];
  const named: Readonly<Record<string, string>> = words;
  const said = (word: string) => named[word] ?? word;
  return {
    words,
    person: report.name,
    unit: report.unitName,
    period: `${report.fromOn} — ${report.untilOn}`,
    figures: figureRows(report.figures, language),
    formulas: formulaRows(report.figures, language),
    rules: ruleRows(report.rules, language),
    results: report.results.map(({ direction, result, reason, calls }) => [
      said(direction),
      [said(result), reason && said(reason)].filter(Boolean).join(' · '),
      String(calls),
    ]),
  };
}
