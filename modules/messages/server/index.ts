import './reactions.ts';

export { type Outgoing, queueMessage } from './queue.ts';
export { messagesModule } from './routes.ts';
