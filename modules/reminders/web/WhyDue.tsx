import { DueWhy } from '#modules/vehicles/web/index.ts';
import { useWords } from '#web/useWords.ts';
import type { Proposal, ProposalWhy } from '../contract.ts';
import { reminderWords } from '../locales/words.ts';

/** The sentence behind a proposal, with its source where a rule says so (ARC-03). */
export function WhyDue(props: { of: Pick<Proposal, 'kind' | 'why'>; isWhole?: boolean }) {
  const { of, isWhole = false } = props;
  const say = useWords(reminderWords);
  const { maintenance, inspection } = of.why;
  if (of.kind === 'maintenance') {
    return maintenance ? (
      <DueWhy why={maintenance} isShort={!isWhole} />
    ) : (
      <span>{say('whyOld')}</span>
    );
  }
  return (
    <span className="reminder-why" title={inspection?.source}>
      {sentence(say, of.why)}
      {isWhole && inspection && <span className="soft"> {inspection.source}</span>}
    </span>
  );
}

type Say = (
  word: keyof (typeof reminderWords)['zh-CN'],
  facts?: Record<string, string | number>,
) => string;

function sentence(say: Say, { inspection, insurance, guarantee, offer }: ProposalWhy): string {
  if (inspection) {
    const { registeredOn: registered, months, act } = inspection;
    const isWhole = months % 12 === 0;
    return say(isWhole ? 'whyInspection' : 'whyInspectionMonths', {
      registered,
      years: months / 12,
      months,
      act: say(act),
    });
  }
  if (insurance) return say('whyInsurance', { on: insurance.insuredUntil });
  if (guarantee) {
    const { number, deliveredOn, days, untilKm } = guarantee;
    return say('whyGuarantee', {
      number,
      from: deliveredOn,
      days,
      km: untilKm.toLocaleString('en-US'),
    });
  }
  if (!offer) return '';
  const place = offer.place && ` · ${offer.place}`;
  return say('whyOffer', { name: offer.name, from: offer.fromOn, until: offer.untilOn }) + place;
}
