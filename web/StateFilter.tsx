import { Segmented } from 'antd';
import './state-tag.css';

/** Which states a list shows: one of them, or `undefined` for all. */
export function StateFilter<State extends string>(props: {
  states: readonly State[];
  value: State | undefined;
  /** The word for a state, and for all of them. */
  say: (state: State | 'all') => string;
  onPick: (state: State | undefined) => void;
}) {
  const { states, value, say, onPick } = props;
  return (
    <Segmented<State | 'all'>
      className="state-filter"
      value={value ?? 'all'}
      onChange={(next) => onPick(next === 'all' ? undefined : next)}
      options={(['all', ...states] as const).map((one) => ({ value: one, label: say(one) }))}
    />
  );
}
