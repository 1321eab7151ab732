import { addProblemWords } from '#platform/words.ts';
import { messageProblems } from '../locales/words.ts';
import './codes.ts';
import './reactions.ts';

addProblemWords(messageProblems);

export { defineCallingOff } from './allowed.ts';
export { answerMail, sentFrom } from './answering.ts';
export { threadCard } from './card.ts';
export { defineEnclosing } from './enclosing.ts';
export { shownOnThread } from './present.ts';
export type { MessageRow } from './queries.ts';
export { isBoundToWecom } from './queries-wecom.ts';
export { noteCarried, type Outgoing, queueMessage, whatStandsAgainst } from './queue.ts';
export { receiveMailReply } from './replies.ts';
export { messagesModule } from './routes.ts';
