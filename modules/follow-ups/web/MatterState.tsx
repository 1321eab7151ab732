import type { Matter } from '../contract.ts';
import './calls.css';
import { useSay } from './useFollowUpWords.ts';

const tones: Readonly<Partial<Record<Matter['state'], string>>> = {
  escalated: 'late',
  solved: 'warn',
  told: 'good',
};

export function MatterState({ state }: { state: Matter['state'] }) {
  const say = useSay();
  return <span className={`call-tag call-tag-${tones[state] ?? 'calm'}`}>{say(state)}</span>;
}
