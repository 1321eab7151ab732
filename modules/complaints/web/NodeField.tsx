import { useQuery } from '@tanstack/react-query';
import { reading } from '#web/api.ts';
import { complaintRoutes as routes } from '../contract.ts';
import type { Tree } from '../contract-trees-data.ts';
import { nodeName } from '../locales/labels.ts';
import { useWorkWords } from './workWords.ts';

/** The second level below what was chosen: what is offered now, and what was chosen before. A field of a form. */
export function NodeField(props: {
  id?: string;
  tree: Tree;
  under: string | undefined;
  value?: string | undefined;
  onChange?: (key: string | undefined) => void;
}) {
  const { id, tree, under, value = '', onChange } = props;
  const { say } = useWorkWords();
  const { data } = useQuery(reading(routes.trees, {}));
  const nodes = (data?.nodes ?? []).filter(
    (node) => node.tree === tree && node.under === under && (!node.isRetired || node.key === value),
  );
  return (
    <select
      id={id}
      className="plain-field"
      aria-label={say(tree === 'class' ? 'pointClass' : 'pointCause')}
      value={value}
      disabled={nodes.length === 0}
      onChange={({ target }) => onChange?.(target.value || undefined)}
    >
      <option value="">{say(tree === 'class' ? 'pointClassNone' : 'pointCauseNone')}</option>
      {nodes.map(({ key, name }) => (
        <option key={key} value={key}>
          {nodeName(key, name, say)}
        </option>
      ))}
    </select>
  );
}
