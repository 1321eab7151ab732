import { grouped } from '#web/figures.ts';
import { useWords } from '#web/useWords.ts';
import type { PlaceCount } from '../contract.ts';
import { treeWords } from '../locales/words-tree.ts';

type Line = readonly [name: string, count: number];

/** What stands at a place of the tree, one line a kind. */
export function Counts(props: {
  title: string;
  first?: readonly Line[];
  counts: readonly PlaceCount[];
  last?: readonly Line[];
}) {
  const { title, first = [], counts, last = [] } = props;
  const tree = useWords(treeWords);
  const lines = [
    ...first,
    ...counts.map(({ kind, count }) => [tree(kind), count] as const),
    ...last,
  ];
  return (
    <table className="shop-counts">
      <caption>{title}</caption>
      <tbody>
        {lines.map(([name, count]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td className="figures">{grouped(count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
