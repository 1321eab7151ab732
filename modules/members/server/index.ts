import { addProblemWords } from '#platform/words.ts';
import { memberProblems } from '../locales/problems.ts';
import './exported.ts';
import './counted.ts';
import './openings.ts';
import './reactions.ts';

addProblemWords(memberProblems);

export { memberCard } from './card.ts';
export { membersBeforeMerge, membersToReturn } from './merge-preview.ts';
export { type MembersMerged, mergeMembers, splitMembers } from './merging.ts';
export { beginMembersNight, proveMembers } from './nightly.ts';
export { membersModule } from './routes.ts';
