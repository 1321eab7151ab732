import { Input } from 'antd';
import type { ComplaintPoint, Judgement } from '../contract.ts';
import { needsCause, pointOutcomes } from '../contract-points.ts';
import { causeKinds } from '../lifecycle.ts';
import { causeWords } from '../locales/labels.ts';
import { Chips } from './Chips.tsx';
import { NodeField } from './NodeField.tsx';
import { Labelled } from './WorkSheet.tsx';
import { useWorkWords } from './workWords.ts';

/** What is typed of a point before it is said what was found. */
export type Judging = Partial<Judgement>;

export const judgingOf = (point: ComplaintPoint): Judging => ({
  ...(point.outcome && { outcome: point.outcome }),
  ...(point.causeKind && { causeKind: point.causeKind }),
  ...(point.causeKey && { causeKey: point.causeKey }),
  cause: point.cause,
  responsibility: point.responsibility,
});

/** As the contract wants it; `undefined` while nothing was found or its cause is missing. */
export function judgementOf({ outcome, ...rest }: Judging): Judgement | undefined {
  if (outcome === undefined) return undefined;
  if (needsCause(outcome) && !rest.cause?.trim()) return undefined;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined && value !== '');
  return { outcome, ...Object.fromEntries(given) };
}

/** Outcome, cause in two levels and in words, and who answers for it. */
export function JudgeFields(props: { value: Judging; onChange: (value: Judging) => void }) {
  const { value, onChange } = props;
  const { say, sayOf } = useWorkWords();
  const set = (change: Judging) => onChange({ ...value, ...change });
  const { causeKey: _, ...withoutKey } = value;
  return (
    <>
      <div className="complaint-labelled">
        <span>{say('pointOutcome')}</span>
        <Chips
          label={say('pointOutcome')}
          options={pointOutcomes.map((each) => [each, sayOf('pointOutcome', each)])}
          {...(value.outcome && { value: value.outcome })}
          onChange={(outcome) => set({ outcome: outcome as 'founded' })}
        />
      </div>
      <div className="complaint-labelled">
        <span>{say('causeKindLabel')}</span>
        <Chips
          label={say('causeKindLabel')}
          options={causeKinds.map((each) => [each, say(causeWords[each])])}
          {...(value.causeKind && { value: value.causeKind })}
          onChange={(causeKind) => onChange({ ...withoutKey, causeKind: causeKind as 'repair' })}
        />
      </div>
      {value.causeKind && (
        <Labelled label={say('pointCause')}>
          <NodeField
            tree="cause"
            under={value.causeKind}
            value={value.causeKey}
            onChange={(causeKey) =>
              onChange(causeKey === undefined ? withoutKey : { ...value, causeKey })
            }
          />
        </Labelled>
      )}
      <Labelled label={say('cause')}>
        <Input.TextArea
          maxLength={2000}
          rows={2}
          value={value.cause}
          onChange={({ target }) => set({ cause: target.value })}
        />
      </Labelled>
      <Labelled label={say('responsibility')}>
        <Input
          maxLength={500}
          placeholder={say('responsibilityHint')}
          value={value.responsibility}
          onChange={({ target }) => set({ responsibility: target.value })}
        />
      </Labelled>
    </>
  );
}
