import { addProblemWords } from '#platform/words.ts';
import { peopleProblems } from '../locales/words.ts';

addProblemWords(peopleProblems);

export { foundOrganisation, giveRoles, openSession, tenantCount } from './entrance.ts';
export { cookieName, Identity } from './identity.ts';
export { defineOpenWork, type OpenWorkRow } from './open-work.ts';
export { hashPassword } from './passwords.ts';
export { employeesWith, insertEmployee, insertLogin, namesOf } from './queries.ts';
export { peopleModule } from './routes.ts';
