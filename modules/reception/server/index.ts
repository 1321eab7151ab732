export { receptionModule } from './routes.ts';
export { searchValues } from './search.ts';
export { searchBranches, searchStatement } from './search-queries.ts';
