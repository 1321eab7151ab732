import { Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { useTell } from '#web/Toasts.tsx';
import { useDraft } from '#web/useDraft.ts';
import { type Complaint, complaintRoutes as routes } from '../contract.ts';
import { JudgeFields, type Judging, judgementOf, judgingOf } from './JudgeFields.tsx';
import { Labelled, WorkSheet } from './WorkSheet.tsx';
import { touchedByWork, useWorkWords } from './workWords.ts';

interface Typed {
  findings: string;
  /** By the id of the point. */
  points: Readonly<Record<string, Judging>>;
}
const isBegun = ({ outcome, causeKind, cause }: Judging) =>
  outcome !== undefined || causeKind !== undefined || (cause ?? '') !== '';

/** What was found, and of each point its outcome, cause and who answers for it; a point may still stay open (CMP-06). */
export default function InvestigateSheet({
  complaint,
  onClose,
}: {
  complaint: Complaint;
  onClose: () => void;
}) {
  const { say } = useWorkWords();
  const tell = useTell();
  const { points } = complaint;
  const draft = useDraft<Typed>(`complaint.${complaint.id}.investigate`, {
    findings: '',
    points: Object.fromEntries(points.map((point) => [point.id, judgingOf(point)])),
  });
  const [typed, setTyped] = useState(draft.initial);
  const keep = (next: Typed) => {
    setTyped(next);
    draft.keep(next);
  };
  const begun = points.filter(({ id }) => isBegun(typed.points[id] ?? {}));
  const found = begun.flatMap(({ id }) => {
    const judgement = judgementOf(typed.points[id] ?? {});
    return judgement ? [{ complaintPointId: id, ...judgement }] : [];
  });
  const take = useWriting(routes.investigate, { touches: [...touchedByWork, 'figures'] });
  const submit = () =>
    take.mutate(
      {
        params: { complaintId: complaint.id },
        body: { findings: typed.findings, ...(found.length > 0 && { points: found }) },
        version: complaint.version,
      },
      {
        onSuccess: () => {
          draft.clear();
          tell(say('done', { step: say('investigate') }));
          onClose();
        },
      },
    );
  return (
    <WorkSheet
      title={say('investigate')}
      submit={say('investigate')}
      isComplete={typed.findings.trim() !== '' && found.length === begun.length}
      isPending={take.isPending}
      problem={take.error}
      onAgain={take.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <Labelled label={say('findings')}>
        <Input.TextArea
          autoFocus
          maxLength={4000}
          rows={3}
          placeholder={say('findingsHint')}
          value={typed.findings}
          onChange={({ target }) => keep({ ...typed, findings: target.value })}
        />
      </Labelled>
      {points.map(({ id, position, what, kind }) => (
        <fieldset key={id} className="complaint-point-judged">
          <legend>
            {say('pointAt', { position })} · {say(kind)}
          </legend>
          {what !== '' && <p className="complaint-timeline-words">{what}</p>}
          <JudgeFields
            value={typed.points[id] ?? {}}
            onChange={(value) => keep({ ...typed, points: { ...typed.points, [id]: value } })}
          />
        </fieldset>
      ))}
    </WorkSheet>
  );
}
