import { Button } from 'antd';
import { useState } from 'react';
import { Card } from '#web/Page.tsx';
import type { Complaint, ComplaintPoint } from '../contract.ts';
import { causeWords, nodeName } from '../locales/labels.ts';
import { ClassSheet, JudgeSheet } from './PointSheets.tsx';
import { useWorkWords } from './workWords.ts';

type Open =
  | { sheet: 'add' }
  | { sheet: 'class'; point: ComplaintPoint }
  | { sheet: 'judge'; point: ComplaintPoint };

/** What the customer says, point by point, and what was found of each (CMP-02, CMP-06). */
export function PointsCard({ complaint }: { complaint: Complaint }) {
  const { say } = useWorkWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { points, mayAddPoints } = complaint;
  return (
    <Card
      title={say('points')}
      actions={
        mayAddPoints && (
          <Button size="small" onClick={() => setOpen({ sheet: 'add' })}>
            {say('addPoint')}
          </Button>
        )
      }
    >
      {points.length < 2 && mayAddPoints && <p className="soft">{say('pointsNote')}</p>}
      <ol className="complaint-points">
        {points.map((point) => (
          <Point
            key={point.id}
            complaint={complaint}
            point={point}
            onClassify={() => setOpen({ sheet: 'class', point })}
            onJudge={() => setOpen({ sheet: 'judge', point })}
          />
        ))}
      </ol>
      {open?.sheet === 'add' && <ClassSheet complaint={complaint} onClose={close} />}
      {open?.sheet === 'class' && (
        <ClassSheet complaint={complaint} point={open.point} onClose={close} />
      )}
      {open?.sheet === 'judge' && (
        <JudgeSheet complaint={complaint} point={open.point} onClose={close} />
      )}
    </Card>
  );
}

const tones = {
  founded: 'complaint-tone-late',
  partly: 'complaint-tone-warn',
  unfounded: 'complaint-tone-good',
  unclear: '',
  withdrawn: '',
} as const;

function Point(props: {
  complaint: Complaint;
  point: ComplaintPoint;
  onClassify: () => void;
  onJudge: () => void;
}) {
  const { complaint, point, onClassify, onJudge } = props;
  const { say, sayOf } = useWorkWords();
  const { position, what, kind, classOfS1, outcome, causeKind } = point;
  const detail = nodeName(point.classKey, point.className, say);
  const causes = [
    causeKind && say(causeWords[causeKind]),
    nodeName(point.causeKey, point.causeName, say),
  ];
  const found = [causes.filter(Boolean).join(' › '), point.cause].filter(Boolean).join('：');
  return (
    <li>
      <p className="complaint-task-head">
        <strong>{say('pointAt', { position })}</strong>
        <span>{[say(kind), detail].filter(Boolean).join(' › ')}</span>
        {classOfS1 !== kind && (
          <span className="soft">
            {say('classOfS1Label')}
            {say(classOfS1)}
          </span>
        )}
        <span className={`complaint-tone ${outcome ? tones[outcome] : 'complaint-tone-info'}`}>
          {outcome ? sayOf('pointOutcome', outcome) : say('notJudged')}
        </span>
      </p>
      <p className={what ? 'complaint-timeline-words' : 'soft'}>{what || say('pointWhole')}</p>
      {found !== '' && (
        <p className="complaint-timeline-words">
          <span className="soft">{say('cause')} </span>
          {found}
        </p>
      )}
      {point.responsibility !== '' && (
        <p className="complaint-timeline-words">
          <span className="soft">{say('responsibility')} </span>
          {point.responsibility}
        </p>
      )}
      <p className="complaint-task-facts">
        {point.judgedByName !== '' && (
          <span className="soft">{say('judgedBy', { name: point.judgedByName })}</span>
        )}
        {complaint.mayJudge && (
          <Button size="small" onClick={onJudge}>
            {say('judgePoint')}
          </Button>
        )}
        {complaint.mayAddPoints && (
          <Button size="small" type="text" onClick={onClassify}>
            {say('classifyPoint')}
          </Button>
        )}
      </p>
    </li>
  );
}
