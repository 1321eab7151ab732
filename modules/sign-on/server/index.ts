import { defineLocalWays } from '#modules/people/server/index.ts';
import { Problem } from '#platform/problem.ts';
import { addProblemWords } from '#platform/words.ts';
import { signOnProblems } from '../locales/problems.ts';
import { requiredOf } from './queries.ts';

addProblemWords(signOnProblems);

defineLocalWays(async (work, employeeId) => {
  const label = await requiredOf(work, employeeId);
  if (label !== undefined) throw new Problem(403, 'sign_on_needed', { label });
});

export { comesIn, sweepAttempts, whoComesIn } from './queries-links.ts';
export { signOnModule } from './routes.ts';
