import { defineOpenWork } from '#modules/people/server/index.ts';
import { addProblemWords } from '#platform/words.ts';
import { complaintProblems } from '../locales/words.ts';
import './inbound.ts';
import { complaintsHeldBy, giveComplaints, giveTasks, tasksHeldBy } from './queries-open-work.ts';
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

export { termsOf as complaintTermsOf } from './terms.ts';

// Whoever is not concerned with complaints otherwise can have a task for one: any colleague may receive it.
defineOpenWork({
  kind: 'complaintTasks',
  covers: ['complaintTasks.ownerId'],
  aboutType: 'complaintTask',
  needs: null,
  find: tasksHeldBy,
  give: giveTasks,
});

/** What came to a complaint from elsewhere: words for its record, files for its evidence. */
export { addEvidence, roomForEvidence } from './evidence.ts';
export { addFileSection } from './file-sections.ts';
export { giveCase } from './giving.ts';
/** The whole record as its page shows it, and what its values are called: for those who make something else of it. */
export { complaintLabels } from './labels.ts';
export { oneComplaint, seesComplainant } from './reading.ts';
export { receiptWasSent } from './receipt.ts';
export { receiveComplaint } from './receive.ts';
export { complaintsModule } from './routes.ts';
export { answerByCustomer } from './solutions.ts';
/** What the customer says to the result, however he was asked; not satisfied opens it again (CMP-09). */
export { askSatisfaction, note as noteOnComplaint } from './steps.ts';
/** What else is held of a complaint keeps the wall of its page (CMP-16, CMP-18). */
export { isWalled, type Wall, wallJson } from './wall.ts';
