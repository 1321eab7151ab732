import { Link, useParams } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useEffect, useMemo } from 'react';
import { preparePhotoSheet } from '#modules/check-ins/web/index.ts';
import { grades } from '#modules/service-orders/contract.ts';
import { pathOf } from '#shared/call.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { PlateTag } from '#web/PlateTag.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { mayUse, useSession } from '#web/session.ts';
import { fullTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import {
  type Grade,
  type InspectionSheet,
  type Missing,
  inspectionRoutes as routes,
} from '../contract.ts';
import { missingIn } from '../contract-judging.ts';
import { FinishBar } from './FinishBar.tsx';
import { SheetSections } from './SheetSections.tsx';
import { useInspectionWords } from './useInspectionWords.ts';
import { keyIn, type SheetAtHand, useSheet } from './useSheet.ts';
import './inspect.css';

/** One car inspected item by item, or how it was. */
export default function SheetPage() {
  const { inspectionSheetId = '' } = useParams({ strict: false }) as { inspectionSheetId?: string };
  return <OneSheet key={inspectionSheetId} inspectionSheetId={inspectionSheetId} />;
}

function OneSheet({ inspectionSheetId }: { inspectionSheetId: string }) {
  const { say, sayOf } = useInspectionWords();
  const atHand = useSheet(inspectionSheetId);
  // Where the camera is used there may be no connection.
  useEffect(preparePhotoSheet, []);
  const missing = useMissing(atHand);
  const session = useSession();
  const { record, error } = atHand;
  if (!record) {
    return (
      <Page title={say('sheet')}>{error ? <ProblemNote problem={error} /> : <Waiting />}</Page>
    );
  }
  const { order, kind, state } = record;
  const rights = kind === 'final' ? [] : ['serviceOrders.receive'];
  const mayWrite = mayUse(session, [...rights, 'serviceOrders.inspect']);
  const isOpen = state === 'open' && mayWrite;
  const paper = pathOf(routes.sheet, { inspectionSheetId });
  return (
    <Page
      title={
        <span className="inspect-title">
          <PlateTag plate={order.plate} colour={order.plateColour} size="large" />
          {sayOf('kind', kind)}
        </span>
      }
      note={
        <span className="inspect-note">
          {order.model}{' '}
          <Link to={`/service-orders/${order.id}` as never} className="figures">
            {order.number}
          </Link>
        </span>
      }
      actions={
        <>
          {isOpen && <SavingNote atHand={atHand} />}
          <Button href={paper} target="_blank" rel="noopener" icon={<Icon name="print" />}>
            {say('print')}
          </Button>
        </>
      }
    >
      <div className="inspect">
        <ProblemNote problem={atHand.problem} />
        <Collision atHand={atHand} record={record} />
        <About record={record} atHand={atHand} isOpen={isOpen} />
        <SheetSections
          record={record}
          atHand={atHand}
          isOpen={isOpen}
          mayOffer={mayWrite}
          missing={missing}
        />
        {(isOpen || atHand.note) && (
          <Card title={sayOf('note', kind)}>
            {isOpen ? (
              <Input.TextArea
                className="grows"
                rows={2}
                maxLength={2000}
                aria-label={sayOf('note', kind)}
                value={atHand.note}
                onChange={({ target }) => atHand.change({ note: target.value })}
              />
            ) : (
              <p className="inspect-said">{atHand.note}</p>
            )}
          </Card>
        )}
        {isOpen && <FinishBar record={record} atHand={atHand} missing={missing} />}
      </div>
    </Page>
  );
}

/** What is still open, as it stands on this device. */
function useMissing({ record, answerOf }: SheetAtHand): readonly Missing[] {
  const answers = useMemo(() => {
    const items = record?.sections.flatMap((section) => section.items) ?? [];
    return { items, given: new Map(items.map(({ key }) => [key, answerOf(key)])) };
  }, [record, answerOf]);
  if (record?.state !== 'open') return [];
  const unclear = record.questions.filter(({ answeredAt }) => answeredAt === null);
  return missingIn(answers.items, answers.given, new Set(unclear.map(({ itemKey }) => itemKey)));
}

function About(props: { record: InspectionSheet; atHand: SheetAtHand; isOpen: boolean }) {
  const { record, atHand, isOpen } = props;
  const { say, sayOf } = useInspectionWords();
  const { template, proposal, order, kind, passed } = record;
  const { km, days } = proposal ?? {};
  return (
    <Card>
      {record.signedAt && (
        <p className={passed ? 'inspect-verdict' : 'inspect-verdict inspect-bad'}>
          <b>{say(kind === 'intake' ? 'complete' : passed ? 'passed' : 'failed')}</b>{' '}
          <span className="soft">
            {say('signedBy', { by: record.inspectorName })} {fullTime(record.signedAt)}
          </span>
        </p>
      )}
      {order.customerWords && (
        <p className="inspect-said">
          <span className="soft">{say('request')}</span> {order.customerWords}
        </p>
      )}
      {kind === 'intake' && isOpen ? (
        <label className="inspect-grade">
          <span className="soft">{say('grade')}</span>
          <select
            value={atHand.grade ?? 'minor'}
            onChange={({ target }) => atHand.change({ grade: target.value as Grade })}
          >
            {grades.map((grade) => (
              <option key={grade} value={grade}>
                {sayOf('grade', grade)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        atHand.grade && (
          <p>
            <span className="soft">{say('grade')}</span> {sayOf('grade', atHand.grade)}
          </p>
        )
      )}
      {proposal && (
        <p className="soft">
          {say('proposed', {
            grade: sayOf('grade', proposal.grade),
            reason: sayOf('reason', proposal.reason, { km: km ?? 0, days: days ?? 0 }),
          })}
          <br />
          {say('source')}：{proposal.source}
        </p>
      )}
      <details className="inspect-source">
        <summary>{say('byTemplate', { name: template.name, edition: template.edition })}</summary>
        {template.source}
      </details>
    </Card>
  );
}

function SavingNote({ atHand }: { atHand: SheetAtHand }) {
  const { say } = useInspectionWords();
  const { saving, hasUnsaved, photos } = atHand;
  const isCut = saving === 'waiting';
  return (
    <span className={isCut ? 'inspect-saving inspect-watch' : 'inspect-saving'} role="status">
      {isCut && <Icon name="offline" size={16} />}{' '}
      {say(isCut ? 'waiting' : hasUnsaved ? 'saving' : 'saved')}
      {photos.waiting.length > 0 && ` · ${say('photosWaiting', { count: photos.waiting.length })}`}
    </span>
  );
}

function Collision({ atHand, record }: { atHand: SheetAtHand; record: InspectionSheet }) {
  const { say, sayOf } = useInspectionWords();
  const { colliding, settle } = atHand;
  if (colliding.length === 0) return null;
  const items = record.sections.flatMap((section) => section.items);
  const nameOf = (field: string) =>
    field === 'grade'
      ? say('grade')
      : (items.find(({ key }) => key === keyIn(field))?.name ?? sayOf('note', record.kind));
  return (
    <div className="inspect-collision" role="alert">
      <p>{say('collision', { items: colliding.map(nameOf).join('、') })}</p>
      <Button size="large" onClick={() => settle('mine')}>
        {say('keepMine')}
      </Button>
      <Button size="large" onClick={() => settle('theirs')}>
        {say('keepTheirs')}
      </Button>
    </div>
  );
}
