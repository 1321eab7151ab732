import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { Icon } from '#web/Icon.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { auditRoutes, type ChainState } from '../contract.ts';
import { auditWords } from '../locales/words.ts';

/** One line, green or red: whether the chain is whole, how far it is sealed, verified and kept outside. */
export function ChainLine() {
  const state = useQuery(reading(auditRoutes.state, {}));
  return state.data ? <ChainWords state={state.data} /> : null;
}

function ChainWords({ state }: { state: ChainState }) {
  const say = useWords(auditWords);
  if (state.fault) {
    const { seq, what } = state.fault;
    return (
      <p className="audit-chain audit-chain-broken" role="alert">
        <Icon name="alert" /> {say('broken', { seq, what: say(what as 'tail_cut') })}
      </p>
    );
  }
  const { sealedSeq, anchoredAt, anchoredSeq, verifiedAt } = state;
  if (sealedSeq === 0) return <p className="audit-chain soft">{say('notSealed')}</p>;
  const anchored = anchoredAt
    ? say('anchored', { at: fullTime(anchoredAt), seq: anchoredSeq })
    : say('notAnchored');
  return (
    <p className={`audit-chain ${verifiedAt ? 'audit-chain-whole' : ''}`}>
      <Icon name="shield" />
      <span>{say(verifiedAt ? 'whole' : 'sealed', { seq: sealedSeq })}</span>
      <span className="soft">{anchored}</span>
      {verifiedAt && <span className="soft">{say('verified', { at: fullTime(verifiedAt) })}</span>}
    </p>
  );
}
