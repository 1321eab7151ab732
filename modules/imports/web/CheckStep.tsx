import { useState } from 'react';
import { EmptyState } from '#web/EmptyState.tsx';
import { useAddress } from '#web/useAddress.ts';
import { useRows } from '#web/useRows.ts';
import { useLanguage, useWords } from '#web/useWords.ts';
import {
  type ImportBatchWhole,
  type ImportRow,
  importRoutes,
  type reasonCodes,
} from '../contract.ts';
import { faultCodes, type RelationCode, relationCodes } from '../judge/verdict.ts';
import { type ImportScreenWord, importScreenWords } from '../locales/screen-words.ts';
import { reasonWords, relationWords } from '../locales/words.ts';
import './check.css';
import { HeldRow } from './HeldRow.tsx';
import { MoreRows } from './MoreRows.tsx';
import { QuestionCard } from './QuestionCard.tsx';
import { QuietRows } from './QuietRows.tsx';
import { SumsTable } from './SumsTable.tsx';
import { WholeKind } from './WholeKind.tsx';

type Status = ImportRow['status'];
type Code = (typeof reasonCodes)[number];

const tiles: readonly [Status, ImportScreenWord, string][] = [
  ['held', 'tileHeld', 'late'],
  ['question', 'tileQuestion', 'warn'],
  ['ready', 'tileReady', 'good'],
  ['imported', 'tileImported', 'good'],
  ['skipped', 'tileSkipped', 'soft'],
];

/** What was found: counts to press on, reasons to press on, and the rows of what was pressed. */
export function CheckStep({ batch }: { batch: ImportBatchWhole }) {
  const say = useWords(importScreenWords);
  const [address, setAddress] = useAddress();
  const { counts } = batch;
  const first = tiles.find(([status]) => counts[status as 'held'] > 0)?.[0] ?? 'ready';
  const status = (address.status as Status | undefined) ?? first;
  const code = address.code as Code | undefined;
  const accepted = batch.state === 'imported' ? 'imported' : 'ready';
  return (
    <>
      <div className="import-tiles">
        {tiles
          .filter(
            ([each]) =>
              counts[each as 'held'] > 0 || (batch.state === 'judged' && each === 'ready'),
          )
          .map(([each, word, tone]) => (
            <button
              key={each}
              type="button"
              className={`import-tile import-tile-${tone}`}
              aria-pressed={each === status}
              onClick={() => setAddress({ status: each, code: undefined })}
            >
              <strong>{counts[each as 'held'].toLocaleString('en')}</strong>
              <span>{say(word)}</span>
              {each === accepted && counts.warned > 0 && (
                <span className="soft">
                  {say('tileWarned')} {counts.warned}
                </span>
              )}
            </button>
          ))}
      </div>
      {batch.state === 'judged' && <SumsTable batch={batch} />}
      <Reasons
        batch={batch}
        status={status}
        code={code}
        onChoose={(next) => setAddress({ status, code: next })}
      />
      <RowsOf key={`${status} ${code ?? ''}`} batch={batch} status={status} code={code} />
    </>
  );
}

function Reasons(props: {
  batch: ImportBatchWhole;
  status: Status;
  code: Code | undefined;
  onChoose: (code: Code | undefined) => void;
}) {
  const { batch, status, code, onChoose } = props;
  const say = useWords(importScreenWords);
  const language = useLanguage();
  const words = reasonWords[language];
  const shortWords: Readonly<Record<string, string>> = relationWords[language];
  const deciding: Partial<Record<Status, readonly string[]>> = {
    held: faultCodes,
    question: relationCodes,
  };
  const own = batch.counts.byCode.filter(
    (each) => each.status === status && (deciding[status]?.includes(each.code) ?? true),
  );
  if (own.length === 0) return null;
  return (
    <nav className="import-reasons" aria-label={say('allReasons')}>
      <button type="button" aria-pressed={code === undefined} onClick={() => onChoose(undefined)}>
        {say('allReasons')}
      </button>
      {own.map((each) => (
        <button
          key={each.code}
          type="button"
          aria-pressed={each.code === code}
          onClick={() => onChoose(each.code)}
        >
          {shortWords[each.code] ?? words[each.code]} <b>{each.count}</b>
        </button>
      ))}
    </nav>
  );
}

function RowsOf(props: { batch: ImportBatchWhole; status: Status; code: Code | undefined }) {
  const { batch, status, code } = props;
  const say = useWords(importScreenWords);
  const query = { status, code, limit: 50 };
  const list = useRows(importRoutes.listRows, { params: { importId: batch.id }, query });
  const [current, setCurrent] = useState(0);
  const canChange = batch.state === 'judged';
  if (list.isLoading) return null;
  if (list.rows.length === 0) {
    return <EmptyState icon="check" title={say('noRows')} next={say('noRowsNext')} />;
  }
  if (!canChange || (status !== 'held' && status !== 'question')) {
    return <QuietRows batch={batch} list={list} />;
  }
  return (
    <div className="import-rows">
      {status === 'question' && code !== undefined && (
        <WholeKind batch={batch} code={code as RelationCode} />
      )}
      {list.rows.map((row, at) =>
        status === 'question' ? (
          <QuestionCard
            key={row.rowNo}
            batch={batch}
            row={row}
            isCurrent={at === Math.min(current, list.rows.length - 1)}
            onFocus={() => setCurrent(at)}
          />
        ) : (
          <HeldRow key={row.rowNo} batch={batch} row={row} />
        ),
      )}
      <MoreRows list={list} />
    </div>
  );
}
