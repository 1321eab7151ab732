import { addProblemWords } from '#platform/words.ts';
import { linkProblems } from '../locales/words.ts';

addProblemWords(linkProblems);

export {
  type CodeCarrier,
  confirmByCode,
  defineCodeCarrier,
  mustBeConfirmed,
  needsMessage,
  sendCode,
} from './codes.ts';
export { mustBeProved, proveByCode, whoHolds } from './holding.ts';
export { defineLinkPurpose } from './purposes.ts';
export { sweepVisits } from './queries.ts';
export { linksModule } from './routes.ts';
export { linksAbout, makeLink, withdrawLink } from './service.ts';
export { defineOpenWays } from './ways.ts';
