import { Button, Input } from 'antd';
import { useState } from 'react';
import { dateIn } from '#shared/dates.ts';
import { useWriting } from '#web/api.ts';
import { now } from '#web/clock.ts';
import { DayField } from '#web/DayField.tsx';
import { Icon } from '#web/Icon.tsx';
import { YuanField } from '#web/YuanField.tsx';
import type { Complaint, ComplaintSolution } from '../contract.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { type RemedyKind, remedyKinds, toldWays } from '../contract-work-vocabulary.ts';
import { Chips } from './Chips.tsx';
import { OwnerField } from './OwnerField.tsx';
import { Labelled, WorkSheet } from './WorkSheet.tsx';
import { endOfDay, touchedByWork, useWorkWords } from './workWords.ts';

interface Line {
  key: number;
  kind: RemedyKind;
  what: string;
  amountFen: number | undefined;
  ownerId: string;
  day: string;
}
const newLine = (key: number): Line => ({
  ...{ key, kind: 'labour', what: '', amountFen: undefined, ownerId: '', day: '' },
});
const isWhole = ({ what, amountFen, day }: Line) =>
  what.trim() !== '' && amountFen !== undefined && day !== '';
const mostRemedies = 12;

/** A version of what is offered: how it is said, and each remedy with its sum, its owner and its term. */
export function DraftSheet({ complaint, onClose }: { complaint: Complaint; onClose: () => void }) {
  const { say } = useWorkWords();
  const [words, setWords] = useState(complaint.solutions[0]?.words ?? '');
  const [lines, setLines] = useState<readonly Line[]>([newLine(0)]);
  const draft = useWriting(routes.draftSolution, { touches: touchedByWork });
  const change = (key: number, part: Partial<Line>) =>
    setLines(lines.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const submit = () => {
    const remedies = lines.map(({ kind, what, amountFen = 0, ownerId, day }) => ({
      ...{ kind, what, amountFen, dueAt: endOfDay(day) },
      ...(ownerId !== '' && { ownerId }),
    }));
    draft.mutate(
      {
        params: { complaintId: complaint.id },
        body: { words, remedies },
        version: complaint.version,
      },
      { onSuccess: onClose },
    );
  };
  return (
    <WorkSheet
      title={say('draftSolution')}
      isComplete={words.trim() !== '' && lines.every(isWhole)}
      isPending={draft.isPending}
      problem={draft.error}
      onAgain={draft.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <Labelled label={say('solutionWords')}>
        <Input.TextArea
          autoFocus
          maxLength={2000}
          rows={3}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Labelled>
      <h3 className="complaint-remedies-title">{say('remedies')}</h3>
      {lines.map((line) => (
        <RemedyLine
          key={line.key}
          line={line}
          handlerName={complaint.handlerName}
          onChange={(part) => change(line.key, part)}
          {...(lines.length > 1 && {
            onRemove: () => setLines(lines.filter(({ key }) => key !== line.key)),
          })}
        />
      ))}
      {lines.length < mostRemedies && (
        <Button
          icon={<Icon name="plus" size={16} />}
          onClick={() => setLines([...lines, newLine((lines.at(-1)?.key ?? 0) + 1)])}
        >
          {say('remedyAdd')}
        </Button>
      )}
    </WorkSheet>
  );
}

function RemedyLine(props: {
  line: Line;
  handlerName: string | null;
  onChange: (part: Partial<Line>) => void;
  onRemove?: () => void;
}) {
  const { line, handlerName, onChange, onRemove } = props;
  const { say, sayOf } = useWorkWords();
  return (
    <fieldset className="complaint-remedy-line" aria-label={say('remedies')}>
      <select
        className="plain-field"
        aria-label={say('purposeLabel')}
        value={line.kind}
        onChange={({ target }) => onChange({ kind: target.value as RemedyKind })}
      >
        {remedyKinds.map((kind) => (
          <option key={kind} value={kind}>
            {sayOf('remedy', kind)}
          </option>
        ))}
      </select>
      <Input
        className="complaint-remedy-what"
        maxLength={500}
        aria-label={say('remedyWhat')}
        placeholder={say('remedyWhat')}
        value={line.what}
        onChange={({ target }) => onChange({ what: target.value })}
      />
      <YuanField
        value={line.amountFen}
        prefix="¥"
        aria-label={say('remedyAmount')}
        placeholder={say('remedyAmount')}
        onChange={(amountFen) => onChange({ amountFen })}
      />
      <OwnerField
        label={say('taskOwner')}
        value={line.ownerId}
        onChange={(ownerId) => onChange({ ownerId })}
        {...(handlerName && { empty: handlerName })}
      />
      <DayField
        aria-label={say('taskDue')}
        min={dateIn('Asia/Shanghai', now())}
        value={line.day}
        onChange={({ target }) => onChange({ day: target.value })}
      />
      {onRemove && (
        <button
          type="button"
          className="plain-button"
          aria-label={say('remedyRemove')}
          onClick={onRemove}
        >
          <Icon name="close" size={16} />
        </button>
      )}
    </fieldset>
  );
}

/** What the customer says to a version. */
export function AnswerSheet(props: {
  complaint: Complaint;
  solution: ComplaintSolution;
  onClose: () => void;
}) {
  const { complaint, solution, onClose } = props;
  const { say, sayOf } = useWorkWords();
  const [answer, setAnswer] = useState<'accepted' | 'declined'>('accepted');
  const [how, setHow] = useState<(typeof toldWays)[number]>('phone');
  const [words, setWords] = useState('');
  const send = useWriting(routes.answerSolution, { touches: touchedByWork });
  const submit = () =>
    send.mutate(
      {
        params: { complaintId: complaint.id, complaintSolutionId: solution.id },
        body: { answer, how, words },
        version: complaint.version,
      },
      { onSuccess: onClose },
    );
  return (
    <WorkSheet
      title={say('answerSolution')}
      isComplete={words.trim() !== ''}
      isPending={send.isPending}
      problem={send.error}
      onAgain={send.again}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft">{solution.words}</p>
      <Chips
        label={say('answerLabel')}
        options={(['accepted', 'declined'] as const).map((each) => [each, sayOf('answer', each)])}
        value={answer}
        onChange={(value) => setAnswer(value as 'accepted')}
      />
      <Chips
        label={say('answerHow')}
        options={toldWays.map((each) => [each, sayOf('answerBy', each)])}
        value={how}
        onChange={(value) => setHow(value as 'phone')}
      />
      <Labelled label={say('answerWords')}>
        <Input.TextArea
          autoFocus
          maxLength={1000}
          rows={2}
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
      </Labelled>
    </WorkSheet>
  );
}
