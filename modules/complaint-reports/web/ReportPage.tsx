import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { pathOf } from '#shared/call.ts';
import { useWriting } from '#web/api.ts';
import { useHotkey } from '#web/hotkeys.ts';
import { Icon } from '#web/Icon.tsx';
import { Card, Page } from '#web/Page.tsx';
import { ProblemNote } from '#web/ProblemNote.tsx';
import { ReasonSheet } from '#web/ReasonSheet.tsx';
import { StepButtons } from '#web/StepButtons.tsx';
import { useTell } from '#web/Toasts.tsx';
import { fullTime } from '#web/times.ts';
import { Waiting } from '#web/Waiting.tsx';
import { type Report, reportRoutes } from '../contract.ts';
import { reportWords } from '../locales/words.ts';
import { Changes, Figures } from './Figures.tsx';
import { Lists } from './Lists.tsx';
import { periodName, useSay } from './said.ts';
import { Units } from './Units.tsx';
import './upward.css';
import { type ReportAtHand, useReport } from './useReport.ts';
import { Words } from './Words.tsx';

const touches = { touches: ['complaint-reports', 'complaint-report-overview'] };

function Actions({ report, atHand }: { report: Report; atHand: ReportAtHand }) {
  const say = useSay();
  const tell = useTell();
  const [isCorrecting, setCorrecting] = useState(false);
  const send = useWriting(reportRoutes.send, touches);
  const params = { complaintReportId: report.id };
  const { version } = report;
  const sendNow = () =>
    send.mutate(
      { params, version },
      {
        onSuccess: (after) => {
          atHand.show(after);
          tell(say('sentDone'));
        },
      },
    );
  return (
    <>
      <a href={pathOf(reportRoutes.print, params)} target="_blank" rel="noreferrer">
        <Button icon={<Icon name="print" />}>{say('print')}</Button>
      </a>
      <StepButtons
        steps={report.steps.filter(
          ({ step }) => step === (report.state === 'drafted' ? 'send' : 'correct'),
        )}
        words={reportWords}
        busy={send.isPending ? 'send' : null}
        onStep={(step) => (step === 'send' ? sendNow() : flushSync(() => setCorrecting(true)))}
      />
      <ProblemNote problem={send.error} />
      {isCorrecting && <Correcting report={report} onClose={() => setCorrecting(false)} />}
    </>
  );
}

function Correcting({ report, onClose }: { report: Report; onClose: () => void }) {
  const say = useSay();
  const tell = useTell();
  const navigate = useNavigate();
  const correct = useWriting(reportRoutes.correct, touches);
  const params = { complaintReportId: report.id };
  return (
    <ReasonSheet
      title={say('correctTitle')}
      label={say('correctLabel')}
      lead={say('correctLead')}
      word={say('correct')}
      writing={correct}
      onClose={onClose}
      onReason={(reason) =>
        correct.mutate(
          { params, body: { reason }, version: report.version },
          {
            onSuccess: ({ id }) => {
              tell(say('correctDone'));
              onClose();
              void navigate({ to: `/complaint-reports/${id}` });
            },
          },
        )
      }
    />
  );
}

function Lead({ report }: { report: Report }) {
  const say = useSay();
  const { sentAt, toUnitName, sentByName, isLate, edition, editions } = report;
  const last = editions.at(-1)!;
  const due = fullTime(report.dueAt);
  return (
    <>
      <p className="upward-lead">
        {sentAt
          ? `${say('sentLead', { at: fullTime(sentAt), to: toUnitName })} · ${
              sentByName ? say('sentBy', { name: sentByName }) : say('sentByHouse')
            }`
          : say('draftedLead', { until: fullTime(report.wordsUntil), to: toUnitName })}
        {' · '}
        <span className={isLate ? 'upward-missing' : 'soft'}>
          {say(isLate ? 'lateLead' : 'dueLead', { due })}
        </span>
      </p>
      <p className="soft upward-lead">{say('countedAt', { at: fullTime(report.figuresAt) })}</p>
      {last.edition > edition && (
        <p role="note" className="upward-newer">
          <Link
            to="/complaint-reports/$complaintReportId"
            params={{ complaintReportId: last.id } as never}
          >
            {say('newer', { edition: last.edition })}
          </Link>
        </p>
      )}
    </>
  );
}

function Shown({ report, atHand }: { report: Report; atHand: ReportAtHand }) {
  const say = useSay();
  const { facts, edition, state } = report;
  const missing = facts.parts.filter(({ counted }) => counted === null);
  useHotkey({
    keys: 'p',
    label: say('print'),
    group: 'page',
    run: () => window.open(pathOf(reportRoutes.print, { complaintReportId: report.id }), '_blank'),
  });
  return (
    <Page
      title={say('title', {
        unit: report.unitName,
        grain: say(`grain_${report.grain}`),
        period: periodName(report),
      })}
      note={
        <>
          <span className={`upward-${state}`}>{say(`state_${state}`)}</span>
          {edition > 1 && ` · ${say('edition', { edition })}`}
        </>
      }
      actions={<Actions report={report} atHand={atHand} />}
    >
      <Lead report={report} />
      <div className="upward-columns">
        <div className="upward-facts">
          <Changes report={report} />
          {facts.parts.length > 0 && (
            <Card title={say('units')}>
              {missing.length > 0 && (
                <p className="upward-missing">
                  {say('notCome', { units: missing.map(({ unitName }) => unitName).join('、') })}
                </p>
              )}
              <Units
                label={say('units')}
                units={facts.parts}
                own={facts.own}
                total={facts.total}
                totalName={say('total')}
              />
            </Card>
          )}
          <Figures counted={facts.total} />
          <Lists facts={facts} />
        </div>
        <div className="upward-writing">
          <Words report={report} atHand={atHand} />
        </div>
      </div>
    </Page>
  );
}

/** A report upward: counted by the house, given words by the unit, read by the tier above (CMP-14). */
export default function ReportPage() {
  const { complaintReportId } = useParams({ strict: false }) as { complaintReportId: string };
  return <Held key={complaintReportId} id={complaintReportId} />;
}

function Held({ id }: { id: string }) {
  const atHand = useReport(id);
  if (atHand.record) return <Shown report={atHand.record} atHand={atHand} />;
  if (atHand.error) return <ProblemNote problem={atHand.error} />;
  return <Waiting />;
}
