import {
  type FormFrame,
  type FormTemplate,
  formData,
  printedInstant,
} from '#platform/print/form.ts';
import { printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import type { Brief } from '../contract.ts';
import { briefWords } from '../locales/words.ts';
import { campaignRows } from './campaign.ts';
import { figureRows, formulaRows, lineHead, lineRows, ruleRows, trendPictures } from './rows.ts';
import { briefPaperWords } from './words.ts';

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./brief.typ', import.meta.url));

const formNumbers = { month: 'HF-05', year: 'HF-06', campaign: 'HF-08' } as const;

/** A monthly brief, a yearly summary or the report of a campaign as A4 PDF with its charts; cases by their first words, no names. */
export function printBrief(frame: FormFrame, brief: Brief): Promise<Printed> {
  const language = frame.locale ?? 'zh-CN';
  const pictures = trendPictures(brief.trend, language);
  const title = briefPaperWords[language][`title_${brief.grain}`];
  const heading = { title, formNumber: formNumbers[brief.grain] };
  const names = pictures.map(({ name }, at) => ({ name, picture: `trend${at}` }));
  const { data, images } = formData(frame, heading, bodyOf(frame, brief, names));
  return printDocument(template, data, {
    ...images,
    ...Object.fromEntries(pictures.map(({ svg }, at) => [`trend${at}`, svg])),
  });
}

const periodOf = ({ grain, fromOn, untilOn }: Brief) =>
  grain === 'campaign' ? `${fromOn} — ${untilOn}` : fromOn.slice(0, grain === 'month' ? 7 : 4);

function bodyOf(
  frame: FormFrame,
  brief: Brief,
  trends: readonly { name: string; picture: string }[],
) {
  const language = frame.locale ?? 'zh-CN';
  const words = briefPaperWords[language];
  const say = briefWords[language];
  return {
    words,
    unit: brief.unitName,
    period: periodOf(brief),
    campaign: brief.campaign ? campaignRows(brief.campaign, language) : null,
    state: say[`state_${brief.state}`],
    figuresAt: printedInstant(frame, new Date(brief.figuresAt)),
    signed: brief.signedAt
      ? `${brief.signedByName} ${printedInstant(frame, new Date(brief.signedAt))}`
      : '',
    signedByName: brief.signedByName,
    signedOn: brief.signedAt ? printedInstant(frame, new Date(brief.signedAt)).slice(0, 10) : '',
    figures: figureRows(brief.figures, language),
    formulas: formulaRows(brief.figures, language),
    trends,
    rules: ruleRows(brief.rules, language),
    lineHead: lineHead(language),
    shops: brief.shops.length > 1 ? lineRows(brief.shops) : [],
    agents: lineRows(brief.agents),
    summary: brief.summary,
    problems: brief.problems,
    plan: brief.plan,
    cases: brief.cases.map(({ reason, aboutType, number, beginning }) => [
      say[`reason_${reason}`],
      [say[`about_${aboutType}`], number].filter(Boolean).join(' '),
      beginning,
    ]),
    // Whom a call is owed stays on the screen: paper lies about.
    unfinished: brief.unfinished
      .filter(({ total }) => total > 0)
      .map(({ kind, total, first }) => [
        say[`unfinished_${kind}`],
        words.total.replace('{total}', String(total)),
        kind === 'followUp'
          ? ''
          : first
              .slice(0, 5)
              .map(({ number, beginning }) => number || beginning.slice(0, 24))
              .join('、'),
      ]),
  };
}
