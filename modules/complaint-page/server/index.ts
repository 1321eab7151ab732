import { defineLinkPurpose } from '#modules/links/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { complaintPageProblems } from '../locales/problems.ts';
import { pageRow } from './queries.ts';

addProblemWords(complaintPageProblems);
defineLinkPurpose({
  name: 'complaint',
  aboutType: 'complaint',
  phoneOf: async (work, complaintId) => (await pageRow(work, complaintId))?.phone,
});

export { complaintPageModule } from './routes.ts';
