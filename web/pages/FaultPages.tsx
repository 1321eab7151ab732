import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { isProblem } from '../api.ts';
import { EmptyState } from '../EmptyState.tsx';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';

export function NotFoundPage() {
  const say = useWords(shellWords);
  const navigate = useNavigate();
  return (
    <EmptyState
      icon="search"
      title={say('notFound')}
      next={say('notFoundNext')}
      action={<Button onClick={() => void navigate({ to: '/' })}>{say('toHome')}</Button>}
    />
  );
}

/** A page that failed: refused or unreachable says so in its own words, a bug shows what to pass on. */
export function BrokenPage({ error }: { error: unknown }) {
  const say = useWords(shellWords);
  if (isProblem(error) && error.status === 404) return <NotFoundPage />;
  const [title, next] = isProblem(error)
    ? [error.title || say('failed'), error.detail]
    : [say('broken'), say('brokenNext')];
  return (
    <EmptyState
      icon={isProblem(error) ? 'offline' : 'alert'}
      title={title}
      next={
        <>
          {next}
          {!isProblem(error) && <code className="broken-words">{String(error)}</code>}
        </>
      }
      action={<Button onClick={() => location.reload()}>{say('reload')}</Button>}
    />
  );
}
