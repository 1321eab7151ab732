import { Navigate } from '@tanstack/react-router';
import { EmptyState } from '../EmptyState.tsx';
import { homeFor, useModules } from '../modules.ts';
import { useSession } from '../session.ts';
import { useWords } from '../useWords.ts';
import { shellWords } from '../words.ts';

/** `/` is where this person's day begins. */
export function HomePage() {
  const say = useWords(shellWords);
  const home = homeFor(useModules(), useSession());
  return home ? <Navigate to={home} replace /> : <EmptyState title={say('nothingHere')} />;
}
