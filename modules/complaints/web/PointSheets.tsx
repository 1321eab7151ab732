import { Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { type Complaint, type ComplaintPoint, complaintRoutes as routes } from '../contract.ts';
import { complaintKinds } from '../lifecycle.ts';
import { Chips } from './Chips.tsx';
import { JudgeFields, judgementOf, judgingOf } from './JudgeFields.tsx';
import { NodeField } from './NodeField.tsx';
import { Labelled, WorkSheet } from './WorkSheet.tsx';
import { touchedByWork, useWorkWords } from './workWords.ts';

/** Another thing that the customer says, or another class for one that stands there. */
export function ClassSheet(props: {
  complaint: Complaint;
  point?: ComplaintPoint;
  onClose: () => void;
}) {
  const { complaint, point, onClose } = props;
  const { say } = useWorkWords();
  const [what, setWhat] = useState(point?.what ?? '');
  const [kind, setKind] = useState<ComplaintPoint['kind'] | ''>(point?.kind ?? '');
  const [classKey, setClassKey] = useState<string | undefined>(point?.classKey ?? undefined);
  const add = useWriting(routes.addPoint, { touches: touchedByWork });
  const classify = useWriting(routes.classifyPoint, { touches: touchedByWork });
  const writing = point ? classify : add;
  const submit = () => {
    if (kind === '') return;
    const body = { what: what.trim(), kind, ...(classKey && { classKey }) };
    const complaintId = complaint.id;
    const { version } = complaint;
    const done = { onSuccess: onClose };
    if (!point) add.mutate({ params: { complaintId }, body, version }, done);
    else {
      const params = { complaintId, complaintPointId: point.id };
      classify.mutate({ params, body, version }, done);
    }
  };
  return (
    <WorkSheet
      title={say(point ? 'classifyPoint' : 'addPoint')}
      isComplete={kind !== '' && (point !== undefined || what.trim() !== '')}
      isPending={writing.isPending}
      problem={writing.error}
      onAgain={writing.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <Labelled label={say('pointWhat')}>
        <Input.TextArea
          autoFocus
          maxLength={500}
          rows={2}
          value={what}
          onChange={({ target }) => setWhat(target.value)}
        />
      </Labelled>
      <Chips
        label={say('kind')}
        options={complaintKinds.map((each) => [each, say(each)])}
        value={kind}
        onChange={(value) => {
          setKind(value as 'parts');
          setClassKey(undefined);
        }}
      />
      {kind !== '' && (
        <Labelled label={say('pointClass')}>
          <NodeField tree="class" under={kind} value={classKey} onChange={setClassKey} />
        </Labelled>
      )}
    </WorkSheet>
  );
}

/** What was found of one point. */
export function JudgeSheet(props: {
  complaint: Complaint;
  point: ComplaintPoint;
  onClose: () => void;
}) {
  const { complaint, point, onClose } = props;
  const { say } = useWorkWords();
  const [judging, setJudging] = useState(() => judgingOf(point));
  const judge = useWriting(routes.judgePoint, { touches: touchedByWork });
  const body = judgementOf(judging);
  const submit = () =>
    body &&
    judge.mutate(
      {
        params: { complaintId: complaint.id, complaintPointId: point.id },
        body,
        version: complaint.version,
      },
      { onSuccess: onClose },
    );
  return (
    <WorkSheet
      title={say('judgePoint')}
      isComplete={body !== undefined}
      isPending={judge.isPending}
      problem={judge.error}
      onAgain={judge.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="complaint-timeline-words">{point.what || complaint.content}</p>
      <JudgeFields value={judging} onChange={setJudging} />
    </WorkSheet>
  );
}
