import { addProblemWords } from '#platform/words.ts';
import { emergencyProblems } from '../locales/emergency.ts';
import { securityProblems } from '../locales/security.ts';
import { peopleProblems } from '../locales/words.ts';
import './own-open-work.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(peopleProblems);
addProblemWords(emergencyProblems);
addProblemWords(securityProblems);

export { foundOrganisation, giveRoles, tenantCount } from './founding.ts';
export { cookieName, Identity } from './identity.ts';
export { importEmployees, removeImportedEmployees } from './imported.ts';
export { defineLocalWays } from './local-ways.ts';
export { networkOf } from './network.ts';
export { coveredColumns, defineOpenWork, type Given, type Held } from './open-work.ts';
export { hashPassword } from './passwords.ts';
export { employeesWith, holdersAt, insertEmployee, insertLogin, namesOf } from './queries.ts';
export { giftOf } from './queries-handing-over.ts';
export {
  employeesOnFile,
  type ImportedEmployee,
  type PersonOnFile,
  postsInUse,
} from './queries-import.ts';
export { rescue } from './rescue.ts';
export { peopleModule, visitorOf, welcome } from './routes.ts';
export { refuseRolesAbove } from './service.ts';
export { openSession, type Visitor } from './sessions.ts';
export { type Entered, enterAs } from './sign-in.ts';
export { assignRoles } from './staff.ts';
export { standingOf } from './standing.ts';
export { hashSecret, isSecret, newSecret, readToken, writeToken } from './tokens.ts';
