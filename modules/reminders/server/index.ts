import { addProblemWords } from '#platform/words.ts';
import { reminderProblems } from '../locales/words.ts';
import './exported.ts';
import './reactions.ts';

addProblemWords(reminderProblems);

export { servicesCard, vehicleServicesCard } from './card.ts';
export { remindersModule } from './routes.ts';
export { quietDaysOf } from './rules.ts';
export { remindOvernight } from './sweeping.ts';
