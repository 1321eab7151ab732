import { formatFen } from '#shared/money.ts';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole } from '../contract.ts';
import type { ImportField } from '../judge/fields.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { importWords } from '../locales/words.ts';
import './sums.css';

const shown = (field: ImportField, sum: number) =>
  field.endsWith('Fen') ? formatFen(sum) : sum.toLocaleString('en');

/** What the list comes to, and what of it is accepted: compared with the report of the old program. */
export function SumsTable({ batch: { counts, kind, state } }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const nameOf = useWords(importWords);
  const { sums, subjects } = counts;
  if (sums.length === 0) return null;
  const accepted = state === 'judged' ? 'sumAccepted' : 'sumImported';
  return (
    <table className="import-sums">
      <caption>{say('sums')}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="soft">{say(`kind_${kind}`)}</span>
          </th>
          <th scope="col">{say('sumAll')}</th>
          <th scope="col">{say(accepted)}</th>
          <th scope="col">{say('sumLeft')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">{say('rows')}</th>
          <td>{counts.rows}</td>
          <td>{counts.ready + counts.imported}</td>
          <td>{counts.rows - counts.ready - counts.imported}</td>
        </tr>
        <tr>
          <th scope="row">{say('sumSubjects')}</th>
          <td>{subjects.all}</td>
          <td>{subjects.accepted}</td>
          <td>{subjects.all - subjects.accepted}</td>
        </tr>
        {sums.map(({ field, all, accepted: taken }) => (
          <tr key={field}>
            <th scope="row">{nameOf(field)}</th>
            <td>{shown(field, all)}</td>
            <td>{shown(field, taken)}</td>
            <td className={all === taken ? undefined : 'import-sums-left'}>
              {shown(field, all - taken)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
