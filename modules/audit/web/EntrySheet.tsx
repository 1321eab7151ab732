import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { reading } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { Sheet } from '#web/Sheet.tsx';
import { fullTime } from '#web/times.ts';
import { useWords } from '#web/useWords.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type AuditDetail, type AuditEntry, auditRoutes } from '../contract.ts';
import { auditWords } from '../locales/words.ts';
import { useEntryWords } from './useEntryWords.ts';

const pages: Readonly<Record<string, string>> = {
  customer: '/customers/',
  vehicle: '/vehicles/',
  serviceOrder: '/service-orders/',
  complaint: '/complaints/',
  employee: '/people/',
};

/** One entry: what was changed, from what to what. Opening it is itself on record. */
export function EntrySheet({ entry, onClose }: { entry: AuditEntry; onClose: () => void }) {
  const say = useWords(auditWords);
  const { whoOf, didOf, recordOf } = useEntryWords();
  const detail = useQuery(reading(auditRoutes.one, { params: { entryId: entry.id } }));
  const page = entry.aboutType ? pages[entry.aboutType] : undefined;
  return (
    <Sheet title={`${whoOf(entry)} ${didOf(entry)}`} place="side" onClose={onClose}>
      <div className="audit-entry">
        <p className="audit-about">
          {page ? <Link to={`${page}${entry.aboutId}`}>{recordOf(entry)}</Link> : recordOf(entry)}
          <span className="soft">{fullTime(entry.at)}</span>
        </p>
        {detail.error && <ProblemNote problem={detail.error as never} />}
        {detail.data ? <Content detail={detail.data} /> : detail.isPending && <Waiting />}
        {entry.aboutId && (
          <Link to="/audit" search={{ aboutId: entry.aboutId } as never} onClick={onClose}>
            {say('allAbout')}
          </Link>
        )}
      </div>
    </Sheet>
  );
}

function Content({ detail }: { detail: AuditDetail }) {
  const say = useWords(auditWords);
  const { fieldOf, factOf } = useEntryWords();
  const { isOpen, fields, changes, facts } = detail;
  if (!isOpen) {
    return (
      <>
        {fields.length > 0 && <p>{`${say('fields')}: ${fields.map(fieldOf).join(', ')}`}</p>}
        <p className="soft">{say('closed')}</p>
      </>
    );
  }
  if (changes.length === 0 && facts.length === 0)
    return <p className="soft">{say('nothingMore')}</p>;
  return (
    <>
      {changes.length > 0 && (
        <table className="audit-changes">
          <thead>
            <tr>
              <th>{say('fields')}</th>
              <th>{say('before')}</th>
              <th>{say('after')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ field, from, to }) => (
              <tr key={field}>
                <th scope="row">{fieldOf(field)}</th>
                <td>{from || '–'}</td>
                <td>{to || '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <dl className="audit-facts" aria-label={say('facts')}>
        {facts.map(({ name, value }) => (
          <div key={name}>
            <dt className="soft">{fieldOf(name)}</dt>
            <dd>{factOf(name, value) || '–'}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
