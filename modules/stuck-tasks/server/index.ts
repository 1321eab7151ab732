import './telling.ts';

export { stuckTasksModule } from './routes.ts';
