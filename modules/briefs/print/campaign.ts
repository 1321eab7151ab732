import {
  answerRule,
  type CampaignResult,
  type ResultLine,
  resultFigures,
} from '#modules/campaigns/contract.ts';
import { campaignWords, resultWords } from '#modules/campaigns/server/index.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { formatFen } from '#shared/money.ts';

/** What came of a campaign as lines of a paper; no customer is named. */
export function campaignRows(result: CampaignResult, language: PrintLocale) {
  const say = resultWords[language];
  const why = campaignWords[language];
  const figures = resultFigures.map((figure) => say[`figure_${figure}`]);
  const isDrawn = result.sides.some(({ side }) => side === 'heldBack');
  return {
    name: result.name,
    head: [say.side, say.customers, ...figures],
    sides: result.sides.map((line) => [
      say[`side_${line.side}`],
      String(line.customers),
      ...cells(line),
    ]),
    compared: say[isDrawn ? 'compareDrawn' : 'compareNot'],
    leftOut: result.leftOut
      .map(({ reason, customers }) => `${why[`left_${reason}`]} ${customers}`)
      .join(language === 'en' ? ', ' : '、'),
    roundHead: [say.byRound, say.told, say.reached, ...figures],
    rounds: result.rounds.map(({ way, fromOn, told, reached }) => [
      `${why[way]} ${fromOn}`,
      String(told),
      String(reached.customers),
      ...cells(reached),
    ]),
    how: `${say.figureHow.replace('{answerDays}', String(answerRule.days))} ${say.counting}${language === 'en' ? '.' : '。'}`,
  };
}

const cells = (line: ResultLine) =>
  line.cells.map(({ figure, customers, share, fen }) => {
    if (customers === 0) return '0';
    if (figure === 'spent') return `${formatFen(fen)} (${customers})`;
    return `${customers} (${Math.round((share ?? 0) * 1000) / 10}%)`;
  });
