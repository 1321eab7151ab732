import { Button } from 'antd';
import { useState } from 'react';
import { pathOf } from '#shared/call.ts';
import { Deadline } from '#web/Deadline.tsx';
import { Money } from '#web/Money.tsx';
import { Card } from '#web/Page.tsx';
import { useSession } from '#web/session.ts';
import type { Complaint, ComplaintSolution, ComplaintTask } from '../contract.ts';
import { complaintRoutes as routes } from '../contract.ts';
import { Decision } from './Decision.tsx';
import { EvidenceCard } from './EvidenceCard.tsx';
import { PointsCard } from './PointsCard.tsx';
import { openTask } from './SideCards.tsx';
import { AnswerSheet, DraftSheet } from './SolutionSheets.tsx';
import { EndTaskSheet, GiveTaskSheet } from './TaskSheets.tsx';
import './work.css';
import { useWorkWords } from './workWords.ts';

type Open =
  | { sheet: 'give' | 'draft' }
  | { sheet: 'end'; task: ComplaintTask }
  | { sheet: 'answer'; solution: ComplaintSolution };

/** The work on a complaint: who does what by when, what is offered in which version, and what came of it. */
export default function WorkCards({ complaint }: { complaint: Complaint }) {
  const { say } = useWorkWords();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const { tasks, solutions, mayGiveTasks, mayDraft } = complaint;
  const own = tasks.filter(({ purpose }) => purpose !== 'remedy');
  const team = [...new Set(tasks.map(({ ownerName }) => ownerName))];
  const end = (task: ComplaintTask) => setOpen({ sheet: 'end', task });
  return (
    <>
      <PointsCard complaint={complaint} />
      <Card
        title={say('solutions')}
        actions={
          mayDraft && (
            <Button size="small" onClick={() => setOpen({ sheet: 'draft' })}>
              {say(solutions.length > 0 ? 'draftAnother' : 'draftSolution')}
            </Button>
          )
        }
      >
        {solutions.length === 0 && <p className="soft">{say('noSolutions')}</p>}
        <ol className="complaint-solutions">
          {solutions.map((solution) => (
            <Solution
              key={solution.id}
              complaint={complaint}
              solution={solution}
              onEnd={end}
              onAnswer={() => setOpen({ sheet: 'answer', solution })}
            />
          ))}
        </ol>
      </Card>
      <Card
        title={say('tasks')}
        actions={
          mayGiveTasks && (
            <Button size="small" onClick={() => setOpen({ sheet: 'give' })}>
              {say('giveTask')}
            </Button>
          )
        }
      >
        {team.length > 0 && (
          <p className="soft complaint-team">
            {say('team')}：{team.join('、')}
          </p>
        )}
        {own.length === 0 && <p className="soft">{say('noTasks')}</p>}
        <TaskList complaint={complaint} tasks={own} onEnd={end} />
      </Card>
      <EvidenceCard complaint={complaint} />
      {open?.sheet === 'give' && <GiveTaskSheet complaint={complaint} onClose={close} />}
      {open?.sheet === 'draft' && <DraftSheet complaint={complaint} onClose={close} />}
      {open?.sheet === 'end' && (
        <EndTaskSheet complaint={complaint} task={open.task} onClose={close} />
      )}
      {open?.sheet === 'answer' && (
        <AnswerSheet complaint={complaint} solution={open.solution} onClose={close} />
      )}
    </>
  );
}

const tones: Readonly<Record<string, string>> = {
  asked: 'complaint-tone-warn',
  offered: 'complaint-tone-info',
  accepted: 'complaint-tone-good',
  done: 'complaint-tone-good',
  open: 'complaint-tone-info',
  declined: 'complaint-tone-late',
  notApproved: 'complaint-tone-late',
  refused: 'complaint-tone-late',
};

function Solution(props: {
  complaint: Complaint;
  solution: ComplaintSolution;
  onEnd: (task: ComplaintTask) => void;
  onAnswer: () => void;
}) {
  const { complaint, solution, onEnd, onAnswer } = props;
  const { say, sayOf } = useWorkWords();
  const { state, answer, answerHow, decision, decidedByName, askedByName } = solution;
  const remedies = complaint.tasks.filter(({ solutionId }) => solutionId === solution.id);
  const isOver = state === 'replaced' || state === 'declined' || state === 'notApproved';
  const approval = say(state === 'notApproved' ? 'notApprovedBy' : 'approvedBy', {
    name: decidedByName,
  });
  const facts = [
    say('drafted', { name: askedByName }),
    decidedByName && [approval, decision].filter(Boolean).join('：'),
    answerHow && [sayOf('answerBy', answerHow), answer].join('：'),
  ];
  return (
    <li className={isOver ? 'complaint-solution-over' : undefined}>
      <p className="complaint-solution-head">
        <strong>{say('edition', { edition: solution.edition })}</strong>
        <span className={`complaint-tone ${tones[state] ?? ''}`}>{sayOf('solution', state)}</span>
        <span className="complaint-solution-sum">
          {say('solutionSum')} <Money fen={solution.amountFen} />
        </span>
      </p>
      <p className="complaint-timeline-words">{solution.words}</p>
      {!isOver && <TaskList complaint={complaint} tasks={remedies} onEnd={onEnd} />}
      <p className="soft">{facts.filter(Boolean).join(' · ')}</p>
      {solution.mayDecide && <Decision complaint={complaint} solutionId={solution.id} />}
      {(state === 'offered' || state === 'accepted') && (
        <p className="complaint-task-facts">
          {state === 'offered' && complaint.mayDraft && (
            <Button type="primary" onClick={onAnswer}>
              {say('answerSolution')}
            </Button>
          )}
          <a
            href={pathOf(routes.agreement, {
              complaintId: complaint.id,
              complaintSolutionId: solution.id,
            })}
            target="_blank"
            rel="noreferrer"
          >
            {say('printAgreement')}
          </a>
        </p>
      )}
    </li>
  );
}

function TaskList(props: {
  complaint: Complaint;
  tasks: readonly ComplaintTask[];
  onEnd: (task: ComplaintTask) => void;
}) {
  const { complaint, tasks, onEnd } = props;
  const { say, sayOf } = useWorkWords();
  const me = useSession().employeeId;
  return (
    <ul className="complaint-tasks">
      {tasks.map((task) => (
        <li key={task.id} className={task.state === 'open' ? openTask : undefined}>
          <p className="complaint-task-head">
            <span className="soft">
              {task.remedyKind ? sayOf('remedy', task.remedyKind) : sayOf('task', task.purpose)}
            </span>
            <span className="complaint-task-what">{task.what}</span>
            {task.purpose === 'remedy' && <Money fen={task.amountFen} />}
          </p>
          <p className="complaint-task-facts">
            <span className={`complaint-tone ${tones[task.state] ?? ''}`}>
              {sayOf('taskState', task.state)}
            </span>
            <span>{task.ownerName}</span>
            {task.state === 'planned' ? null : (
              <Deadline dueAt={task.dueAt} doneAt={task.endedAt} />
            )}
            {task.state === 'open' && (complaint.mayGiveTasks || task.ownerId === me) && (
              <Button size="small" onClick={() => onEnd(task)}>
                {say('endIt')}
              </Button>
            )}
          </p>
          {task.result !== '' && <p className="soft">{task.result}</p>}
        </li>
      ))}
    </ul>
  );
}
