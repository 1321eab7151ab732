/** The door for the customer's page: it loads nothing of the house's screens. */
export { ask, askAnew, Refused } from './ask.ts';
export { draw, type Part } from './draw.ts';
export {
  chooseLanguage,
  chosenLanguage,
  dress,
  faultOf,
  language,
  languageButton,
  pageHead,
  speaker,
} from './frame.ts';
export { isEnd } from './held.ts';
export { keepPage, tryAgain } from './keep-page.ts';
export { messageCode, type Sent } from './message-code.ts';
export type { Holding } from './open.ts';
