import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ApiProblem } from '#shared/call.ts';
import './form.css';
import { Card, Page } from './Page.tsx';
import { ProblemNote } from './ProblemNote.tsx';
import { Waiting } from './Waiting.tsx';

/** A page of what the house has set: waits for it, and says why where it cannot be had. */
export function SettingsPage<Given>(props: {
  title: string;
  note: string;
  read: { data: Given | undefined; error: ApiProblem | null };
  children: (given: Given) => ReactNode;
}) {
  const { title, note, read, children } = props;
  const { data, error } = read;
  return (
    <Page title={title} note={note}>
      <ProblemNote problem={error} />
      {!data && !error && <Waiting />}
      {data && children(data)}
    </Page>
  );
}

/** What is kept as a whole by one button or Enter; a problem stands above what was typed. */
export function SettingsForm(props: {
  className?: string;
  writing: { error: ApiProblem | null; isPending: boolean; again: () => void };
  word: string;
  onKeep: () => void;
  children: ReactNode;
}) {
  const { className, writing, word, onKeep, children } = props;
  return (
    <Card>
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault();
          onKeep();
        }}
      >
        <ProblemNote problem={writing.error} onAgain={writing.again} />
        {children}
        <div className="form-end">
          <Button type="primary" htmlType="submit" loading={writing.isPending}>
            {word}
          </Button>
        </div>
      </form>
    </Card>
  );
}
