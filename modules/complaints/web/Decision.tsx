import { Button, Input } from 'antd';
import { useState } from 'react';
import { useWriting } from '#web/api.ts';
import { ProblemNote } from '#web/ProblemNote.tsx';
import type { Complaint } from '../contract.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { touchedByWork, useWorkWords } from './workWords.ts';

/** The word of somebody whose limits are enough; a refusal says why. */
export function Decision(props: { complaint: Complaint; solutionId: string }) {
  const { complaint, solutionId } = props;
  const { say } = useWorkWords();
  const [note, setNote] = useState('');
  const decide = useWriting(routes.decideSolution, { touches: touchedByWork });
  const send = (approved: boolean) =>
    decide.mutate({
      params: { complaintId: complaint.id, complaintSolutionId: solutionId },
      body: { approved, note },
      version: complaint.version,
    });
  return (
    <div className="complaint-decision">
      <ProblemNote problem={decide.error} onAgain={decide.again} />
      <Input
        value={note}
        maxLength={500}
        aria-label={say('decisionNote')}
        placeholder={say('decisionNote')}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="form-end">
        <Button
          loading={decide.isPending}
          disabled={note.trim() === ''}
          onClick={() => send(false)}
        >
          {say('disapprove')}
        </Button>
        <Button type="primary" loading={decide.isPending} onClick={() => send(true)}>
          {say('approve')}
        </Button>
      </div>
    </div>
  );
}
