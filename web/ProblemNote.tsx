import { Button, type FormInstance } from 'antd';
import { useEffect, useRef } from 'react';
import type { ApiProblem, FieldFault } from '#shared/call.ts';
import { mayPass } from './api.ts';
import { Icon } from './Icon.tsx';
import './problem-note.css';
import { goToFault, useFormProblems } from './useFormProblems.ts';
import { useWords } from './useWords.ts';
import { shellWords } from './words.ts';

interface ProblemNoteProps {
  problem: ApiProblem | null;
  /** The faults are also written beside its fields, and pressing one leads there. */
  form?: FormInstance;
  /** `again` of `useWriting`: offered where the same submission may succeed later. */
  onAgain?: () => void;
}

function Fault({ fault, form }: { fault: FieldFault; form?: FormInstance }) {
  if (!form) return <li>{fault.message}</li>;
  return (
    <li>
      <button type="button" onClick={() => goToFault(form, fault)}>
        {fault.message}
      </button>
    </li>
  );
}

/**
 * What was refused, why, and what to do. The focus comes here, so that nobody waits before a silent form; where one
 * field is at fault it goes on to that.
 */
export function ProblemNote({ problem, form, onAgain }: ProblemNoteProps) {
  const say = useWords(shellWords);
  const note = useRef<HTMLDivElement>(null);
  useFormProblems(form, problem);
  const canPass = mayPass(problem);
  // A reading that is tried again by itself takes nobody's hands off the keys.
  const isCalling = problem !== null && !(canPass && !onAgain);
  useEffect(() => {
    if (!problem || !isCalling) return;
    const [only, ...others] = problem.errors;
    // What is typed next stands where it belongs; the note is read out all the same.
    const isThere = form && only && others.length === 0 && goToFault(form, only);
    if (!isThere) note.current?.focus();
  }, [problem, isCalling, form]);
  if (!problem) return null;
  // One field at fault: its sentence is the whole story, and is told once.
  const isToldBelow = problem.errors.some(({ message }) => message === problem.detail);
  return (
    <div
      ref={note}
      className={`problem-note ${canPass ? 'problem-note-passing' : ''}`}
      role="alert"
      tabIndex={-1}
    >
      <Icon name={canPass ? 'offline' : 'alert'} />
      <div>
        <p className="problem-note-title">{problem.title || say('failed')}</p>
        {problem.detail && !isToldBelow && <p>{problem.detail}</p>}
        {problem.errors.length > 0 && (
          <ul aria-label={say('faultsCount', { count: problem.errors.length })}>
            {problem.errors.map((fault) => (
              <Fault key={fault.pointer + fault.code} fault={fault} form={form} />
            ))}
          </ul>
        )}
        {canPass && onAgain && (
          <Button size="small" onClick={onAgain}>
            {say('submitAgain')}
          </Button>
        )}
      </div>
    </div>
  );
}
