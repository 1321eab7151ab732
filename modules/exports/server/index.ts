import { addProblemWords } from '#platform/words.ts';
import { exportProblems } from '../locales/words.ts';
import './own-list.ts';
import './reading.ts';

addProblemWords(exportProblems);

export { exportsModule } from './routes.ts';
