import { type HolderWord, holderWords } from '../../locales/holder.ts';
import { draw } from './draw.ts';
import { faultOf } from './frame.ts';
import type { Language } from './open.ts';

/** Where a code went, and when the next may be asked for. */
export interface Sent {
  sentTo: string;
  minutes: number;
  secondsBetween: number;
}

/**
 * Asks for a code by text message and takes it: the telephone offers it above its keys (`one-time-code`). It stands
 * within the form of what it opens; nothing is sent before the customer presses.
 */
export function messageCode(language: Language, send: () => Promise<Sent>) {
  const say = (word: HolderWord, facts: Readonly<Record<string, string | number>> = {}) =>
    holderWords[language][word].replace(/\{(\w+)\}/g, (_, name) => String(facts[name] ?? ''));
  const field = draw('input', {
    ...{ className: 'link-code', id: 'message-code', inputMode: 'numeric', maxLength: 6 },
    ...{ pattern: '\\d{6}', autocomplete: 'one-time-code' },
  });
  const button = draw(
    'button',
    { type: 'button', className: 'link-button link-quiet' },
    say('sendCode'),
  );
  const note = draw('p', { className: 'link-soft' }, say('messageLead'));
  note.setAttribute('role', 'status');
  const fault = draw('p', { className: 'link-fault' });
  fault.setAttribute('role', 'alert');
  const wait = (until: number) => {
    const seconds = Math.ceil((until - Date.now()) / 1000);
    button.disabled = seconds > 0;
    button.textContent = seconds > 0 ? say('nextIn', { seconds }) : say('sendAnother');
    if (seconds > 0) setTimeout(wait, 1000, until);
  };
  button.addEventListener('click', async () => {
    button.disabled = true;
    fault.textContent = '';
    try {
      const { sentTo, minutes, secondsBetween } = await send();
      note.textContent = say('sentTo', { sentTo, minutes });
      wait(Date.now() + secondsBetween * 1000);
      field.focus();
    } catch (error) {
      fault.textContent = faultOf(error, say('awayDetail'));
      button.disabled = false;
    }
  });
  const label = draw('label', { htmlFor: 'message-code' }, say('messageCode'));
  const part = draw('div', { className: 'link-message-code' }, label, note, button, field, fault);
  return { part, field, needed: () => say('needCode') };
}
