import type { CampaignResult } from '#modules/campaigns/contract.ts';
import type { PrintLocale } from '#platform/print/form.ts';
import { campaignDraftWords } from '../locales/words-draft-campaign.ts';

type Words = (typeof campaignDraftWords)['zh-CN'];

const percent = (share: number | null) =>
  share === null ? '–' : `${Math.round(share * 1000) / 10}%`;
const yuan = (fen: number) => (fen / 100).toFixed(2);

/** The first words of a report on a campaign: its figures in sentences, and no claim of what caused them (FUP-12). */
export function draftOfCampaign(
  result: CampaignResult,
  language: PrintLocale,
): { summary: string; problems: string; plan: string } {
  const own = campaignDraftWords[language];
  const say = (key: keyof Words, given: Record<string, string | number> = {}) =>
    own[key].replace(/\{(\w+)\}/g, (_, name: string) => String(given[name] ?? ''));
  const sideOf = (which: string) => result.sides.find(({ side }) => side === which);
  const cellOf = (which: string, figure: string) =>
    sideOf(which)?.cells.find((cell) => cell.figure === figure);
  const [reached, missed, heldBack, leftOut] = ['reached', 'missed', 'heldBack', 'leftOut'].map(
    (which) => sideOf(which)?.customers ?? 0,
  );
  const came = cellOf('reached', 'came');
  const told = {
    ...{ name: result.name, from: result.sinceOn, until: result.untilOn },
    ...{ customers: result.customers, reached: reached!, missed: missed!, leftOut: leftOut! },
    answered: cellOf('reached', 'answered')?.customers ?? 0,
    ...{ came: came?.customers ?? 0, share: percent(came?.share ?? null) },
    spent: yuan(cellOf('reached', 'spent')?.fen ?? 0),
    complained: cellOf('reached', 'complained')?.customers ?? 0,
  };
  const compared = cellOf('heldBack', 'came');
  return {
    summary: [
      say('reach', told),
      say('came', told),
      heldBack! > 0
        ? say('compared', {
            ...{ count: heldBack!, came: compared?.customers ?? 0 },
            ...{ share: percent(compared?.share ?? null), reachedShare: told.share },
          })
        : say('notCompared'),
    ].join('\n'),
    problems: [
      ...(missed! > 0 ? [say('missed', told)] : []),
      ...(leftOut! > 0 ? [say('leftOut', told)] : []),
      ...(told.complained > 0 ? [say('complained', told)] : []),
    ].join('\n'),
    plan: [
      ...(missed! > 0 ? [say('planMissed')] : []),
      ...(told.complained > 0 ? [say('planComplained')] : []),
    ].join('\n'),
  };
}
