import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { complaintProblems } from '../locales/words.ts';
import './inbound.ts';
import { complaintsHeldBy, giveComplaints } from './queries-open-work.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(complaintProblems);
defineOpenWork({
  kind: 'complaints',
  covers: ['complaints.handlerId'],
  aboutType: 'complaint',
  needs: 'complaints.handle',
  find: complaintsHeldBy,
  give: giveComplaints,
});

export { receiveComplaint } from './receive.ts';
export { complaintsModule } from './routes.ts';
