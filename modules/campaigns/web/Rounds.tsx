import { Card } from '#web/Page.tsx';
import { useAddress } from '#web/useAddress.ts';
import type { Campaign } from '../contract.ts';
import { useSay } from './useSay.ts';

type Round = Campaign['rounds'][number];

/** Each round on its day: how many it reaches, and who is left out for what. Every figure opens its customers. */
export function Rounds({ campaign }: { campaign: Campaign }) {
  const say = useSay();
  return (
    <Card title={say('rounds')}>
      <ol className="campaign-rounds">
        {campaign.rounds.map((round) => (
          <li key={round.id} className="campaign-round">
            <Head round={round} />
            {campaign.examinedAt && <Figures round={round} />}
          </li>
        ))}
      </ol>
      {campaign.examinedAt && <p className="soft">{say('judgedAlike')}</p>}
    </Card>
  );
}

function Head({ round }: { round: Round }) {
  const say = useSay();
  const { way, fromOn, untilOn, state } = round;
  const day =
    fromOn === untilOn
      ? say('onDay', { date: fromOn })
      : say('byDay', { from: fromOn, until: untilOn });
  return (
    <p className="campaign-round-head">
      <strong>{say(way)}</strong>
      <span>{day}</span>
      <span className="soft">{say(state === 'running' ? 'roundRunning' : state)}</span>
    </p>
  );
}

function Figures({ round }: { round: Round }) {
  const say = useSay();
  const [, set] = useAddress();
  const { id, tally, reasons } = round;
  const open = (state: string, reason?: string) => () => set({ round: id, state, reason });
  return (
    <>
      <div className="campaign-figures">
        {(['ready', 'sent', 'leftOut'] as const).map((state) => (
          <button key={state} type="button" className="campaign-figure" onClick={open(state)}>
            <strong>{tally[state]}</strong> {say(state)}
          </button>
        ))}
      </div>
      {reasons.length > 0 && (
        <ul className="campaign-reasons">
          {reasons.map(({ reason, customers }) => (
            <li key={reason}>
              <button type="button" className="campaign-why" onClick={open('leftOut', reason)}>
                {say(`left_${reason}`)} {customers}
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
