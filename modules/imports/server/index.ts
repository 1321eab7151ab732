import { addProblemWords } from '#platform/words.ts';
import { importProblems } from '../locales/words.ts';
import './exported.ts';
import './counted.ts';

addProblemWords(importProblems);

export {
  defineImportKind,
  type KeptKind,
  type KeptList,
  type Placed,
  type RowRead,
  type RowToWrite,
  type TakenBack,
} from './kept-kinds.ts';
export { importsModule } from './routes.ts';
