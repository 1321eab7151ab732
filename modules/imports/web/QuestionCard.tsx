import { Button } from 'antd';
import { readBirthday } from '#shared/birthdays.ts';
import { readDate } from '#shared/dates.ts';
import { readFen } from '#shared/money.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { useWords } from '#web/useWords.ts';
import type { ImportBatchWhole, ImportRow } from '../contract.ts';
import type { Decision } from '../judge/decisions.ts';
import type { ImportField } from '../judge/fields.ts';
import { type ImportKind, kinds } from '../judge/kinds.ts';
import { importScreenWords } from '../locales/screen-words.ts';
import { importWords } from '../locales/words.ts';
import { useMending } from './useMending.ts';
import { wordOf } from './wordOf.ts';

/** Two records side by side, what differs marked, and the possible answers: 1, 2, 3 on the keyboard. */
export function QuestionCard(props: {
  batch: ImportBatchWhole;
  row: ImportRow;
  isCurrent: boolean;
  onFocus: () => void;
}) {
  const { batch, row, isCurrent, onFocus } = props;
  const say = useWords(importScreenWords);
  const { mend, isBusy, problem } = useMending(batch, row);
  const reason = row.reasons.find(({ kind }) => kind === 'relation');
  return (
    <section
      className={`import-question-card ${isCurrent ? 'import-question-current' : ''}`}
      onFocusCapture={onFocus}
      onPointerDown={onFocus}
      aria-label={say('rowNo', { row: row.rowNo })}
    >
      <p className="question-why">
        <b>{reason?.words}</b> <span className="soft">{reason?.advice}</span>
      </p>
      <SideBySide row={row} kind={batch.kind} />
      <div className="import-question-answers">
        {row.decisions.map((decision, at) => (
          <Answer
            key={decision}
            kind={batch.kind}
            decision={decision}
            at={at}
            isCurrent={isCurrent}
            isBusy={isBusy}
            onDecide={() => mend({ decision })}
          />
        ))}
      </div>
      <ProblemNote problem={problem} />
    </section>
  );
}

function Answer(props: {
  kind: ImportKind;
  decision: Decision;
  at: number;
  isCurrent: boolean;
  isBusy: boolean;
  onDecide: () => void;
}) {
  const { kind, decision, at, isCurrent, isBusy, onDecide } = props;
  const say = useWords(importScreenWords);
  const keys = String(at + 1);
  useHotkey(
    isCurrent && !isBusy
      ? { keys, label: say(wordOf(decision, kind)), group: 'page', run: onDecide }
      : null,
  );
  return (
    <Button type={at === 0 ? 'primary' : 'default'} disabled={isBusy} onClick={onDecide}>
      {say(wordOf(decision, kind))}
      {isCurrent && <kbd>{keys}</kbd>}
    </Button>
  );
}

function SideBySide({ row, kind }: { row: ImportRow; kind: ImportBatchWhole['kind'] }) {
  const say = useWords(importScreenWords);
  const nameOf = useWords(importWords);
  const other = row.other!;
  const fields = kinds[kind].fields.filter((field) => field !== 'serialNo' && differs(row, field));
  const newer = <em className="import-question-newer">{say('newer')}</em>;
  const text = (value: string | undefined) =>
    value ? value : <span className="soft">{say('empty')}</span>;
  return (
    <table className="import-question-table">
      <thead>
        <tr>
          <th aria-label={nameOf('rowNumber')} />
          <th scope="col">
            {other.kind === 'row'
              ? say('otherRow', { row: other.rowNo! })
              : say(kinds[kind].isOfPeople ? 'onStaff' : 'onFile')}{' '}
            {row.newer === 'other' && newer}
          </th>
          <th scope="col">
            {say('thisRow', { row: row.rowNo })} {row.newer === 'this' && newer}
          </th>
        </tr>
      </thead>
      <tbody>
        {alwaysShown
          .filter((field) => !fields.includes(field) && row.cells[field])
          .map((field) => (
            <tr key={field}>
              <th scope="row">{nameOf(field)}</th>
              <td colSpan={2}>{row.cells[field]}</td>
            </tr>
          ))}
        {fields.map((field) => (
          <tr key={field} className="import-question-differs">
            <th scope="row">{nameOf(field)}</th>
            <td>{text(other.values[field])}</td>
            <td>{text(row.cells[field])}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** By these people know whom and what it is about. */
const alwaysShown: readonly ImportField[] = ['customerName', 'employeeName', 'phone', 'plate'];

const dateFields: readonly ImportField[] = [
  'lastVisitOn',
  'nextMaintenanceOn',
  'firstRegisteredOn',
  'insuranceUntil',
];

/** The server judged it; here two spellings are compared. */
const latestBirth = '2199-12-31';

/** Compared as the archive would keep it: 2025年7月14日 is 2025-07-14; blanks, dots and capitals do not count. */
function differs({ cells, other }: ImportRow, field: ImportField): boolean {
  return bare(cells[field], field) !== bare(other!.values[field], field);
}

function bare(value: string | undefined, field: ImportField): string {
  const text = (value ?? '').normalize('NFKC');
  if (dateFields.includes(field)) {
    const read = readDate(text);
    if (read.kind === 'date') return read.date;
  }
  if (field === 'birthday') {
    const read = readBirthday(text, latestBirth);
    if (read.kind === 'birthday') return read.birthday;
  }
  if (field.endsWith('Fen')) {
    const read = readFen(text);
    if (read.kind === 'money') return String(read.fen);
  }
  if (field === 'mileageKm') return text.replace(/\D/g, '');
  return text.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
