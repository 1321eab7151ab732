import {
  ask,
  draw,
  faultOf,
  type Holding,
  isEnd,
  messageCode,
  type Part,
  pageHead,
} from '#modules/links/web/holder/index.ts';
import { formatFen } from '#shared/money.ts';
import type { HeldComplaint } from '../../contract.ts';
import { pictureField } from './picture.ts';
import { newKey, type Say, sayIn, shownTime } from './tools.ts';
import './complaint-page.css';

const card = (title: string, ...parts: Part[]) =>
  draw('section', { className: 'link-card' }, draw('h2', {}, title), ...parts);
const soft = (text: string) => draw('p', { className: 'link-soft' }, text);
const alertLine = () => {
  const line = draw('p', { className: 'link-fault' });
  line.setAttribute('role', 'alert');
  return line;
};

interface Page {
  say: Say;
  language: Holding['language'];
  path: string;
  pictureSource: (fileId: string) => string;
  /** Sends a form and shows what came back; what the server says of a refusal stands beneath it. */
  does(
    button: HTMLButtonElement,
    fault: HTMLElement,
    act: () => Promise<HeldComplaint>,
    note?: string,
  ): Promise<void>;
}

/** A complaint for its customer: how far it is, who has it, what is promised and offered; and his own words. */
export async function showHeldComplaint(holding: Holding): Promise<void> {
  const path = `/held-complaints/${holding.aboutId}`;
  const { language } = holding;
  const say = sayIn(language);
  const show = (complaint: HeldComplaint, note = ''): void => {
    document.title = `${say('title')} · ${complaint.shopName}`;
    const told = draw('p', { className: 'complaint-page-note' }, note);
    told.setAttribute('role', 'status');
    holding.show(...partsOf(page, complaint, note ? [told] : []));
  };
  const page: Page = {
    ...{ say, language, path },
    pictureSource: (fileId) => `/api/v1${path}/pictures/${fileId}`,
    does: async (button, fault, act, note) => {
      button.disabled = true;
      fault.textContent = '';
      try {
        show(await act(), note);
        if (note) scrollTo(0, 0);
      } catch (error) {
        if (isEnd(error)) return holding.fail(error);
        fault.textContent = faultOf(error, say('kept'));
        button.disabled = false;
      }
    },
  };
  show(await ask<HeldComplaint>('GET', path));
}

const partsOf = (page: Page, complaint: HeldComplaint, told: readonly HTMLElement[]): Part[] => [
  pageHead(complaint.shopName),
  draw('h1', {}, page.say('title')),
  soft(page.say('number', { number: complaint.number })),
  ...told,
  ...(complaint.isProved ? within(page, complaint) : [codeForm(page)]),
  ...callOf(page, complaint),
];

/** The same page for the desk's preview: nothing is sent from it. */
export const previewOf = (
  complaint: HeldComplaint,
  pictureSource: Page['pictureSource'],
): Part[] => {
  const { language } = complaint;
  const page = { language, path: '', say: sayIn(language), pictureSource, does: async () => {} };
  return partsOf(page, complaint, []);
};

function codeForm({ say, path, does }: Page): HTMLElement {
  const field = draw('input', {
    ...{ className: 'link-code', id: 'code', inputMode: 'numeric', autocomplete: 'off' },
    ...{ maxLength: 4, required: true, pattern: '\\d{4}' },
  });
  const fault = alertLine();
  const button = draw('button', { className: 'link-button' }, say('check'));
  const label = draw('label', { htmlFor: 'code' }, say('askCode'));
  const lead = soft(say('codeLead'));
  const form = draw('form', { className: 'link-card' }, label, field, lead, fault, button);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void does(button, fault, () => ask('POST', `${path}/prove`, { code: field.value }));
  });
  return form;
}

const within = (page: Page, complaint: HeldComplaint): Part[] => [
  progressOf(page, complaint),
  ...offerOf(page, complaint),
  talksOf(page, complaint),
  card(page.say('mine'), draw('p', { className: 'complaint-page-words' }, complaint.content)),
];

function progressOf({ say }: Page, complaint: HeldComplaint): HTMLElement {
  const { reached, answerDueAt, dueAt, handlerName } = complaint;
  const list = draw('ol', { className: 'complaint-page-steps' });
  for (const { stage, at } of reached) {
    const time = draw('span', { className: 'link-soft' }, shownTime(at));
    list.append(draw('li', {}, draw('strong', {}, say(`stage_${stage}`)), ' ', time));
  }
  const due = answerDueAt
    ? [soft(say('answerBy', { at: shownTime(answerDueAt) }))]
    : dueAt
      ? [soft(say('nextBy', { at: shownTime(dueAt) }))]
      : [];
  const who = handlerName === '' ? say('nobodyYet') : say('handledBy', { name: handlerName });
  return card(say('progress'), list, ...due, soft(who));
}

function offerOf(page: Page, { offer, needsMessage }: HeldComplaint): HTMLElement[] {
  if (!offer) return [];
  const { say } = page;
  const list = draw('ul', { className: 'complaint-page-remedies' });
  for (const { what, amountFen, dueAt, isDone } of offer.remedies) {
    const facts = [
      amountFen > 0 ? say('worth', { yuan: `¥${formatFen(amountFen)}` }) : '',
      isDone ? say('done') : say('dueOn', { at: shownTime(dueAt) }),
    ].filter(Boolean);
    list.append(
      draw('li', {}, what, ' ', draw('span', { className: 'link-soft' }, facts.join(' · '))),
    );
  }
  const words = draw('p', { className: 'complaint-page-words' }, offer.words);
  const { state, answeredAt } = offer;
  const end =
    state === 'offered'
      ? [answerForm(page, offer.solutionId, needsMessage)]
      : [soft(say(`offerAnswered_${state}`, { at: shownTime(answeredAt ?? '') }))];
  return [card(say('offer'), words, list, ...end)];
}

function answerForm(page: Page, solutionId: string, needsMessage: boolean): HTMLElement {
  const { say, language, path, does } = page;
  const why = draw('textarea', {
    id: 'why',
    className: 'link-field complaint-page-words',
    maxLength: 1000,
  });
  const code = messageCode(language, () => ask('POST', `${path}/code`));
  code.part.hidden = !needsMessage;
  const fault = alertLine();
  const button = (answer: 'accepted' | 'declined') => {
    const look = answer === 'accepted' ? 'link-button' : 'link-button link-quiet';
    const word = say(answer === 'accepted' ? 'accept' : 'decline');
    const made = draw('button', { type: 'button', className: look }, word);
    made.addEventListener('click', () => {
      if (!code.part.hidden && code.field.value === '') {
        fault.textContent = code.needed();
        return;
      }
      void does(
        made,
        fault,
        async () => {
          if (!code.part.hidden) await ask('POST', `${path}/confirm`, { code: code.field.value });
          code.part.hidden = true;
          const body = { solutionId, answer, words: why.value };
          return ask<HeldComplaint>('POST', `${path}/answer`, body);
        },
        say('answered'),
      );
    });
    return made;
  };
  return draw(
    'div',
    { className: 'complaint-page-form' },
    draw('label', { htmlFor: 'why' }, say('declineWhy')),
    why,
    code.part,
    fault,
    button('accepted'),
    button('declined'),
  );
}

function talksOf(page: Page, { talks }: HeldComplaint): HTMLElement {
  const { say, path, does, language, pictureSource } = page;
  const list = draw('ul', { className: 'complaint-page-talks' });
  for (const { byCustomer, byName, words, fileId, at } of talks) {
    const who = byCustomer ? say('you') : say('house', { name: byName });
    const item = draw('li', { className: byCustomer ? 'complaint-page-his' : '' });
    item.append(
      draw('span', { className: 'link-soft' }, `${who} · ${shownTime(at)}`),
      draw('p', { className: 'complaint-page-words' }, words),
    );
    if (fileId !== null) {
      const src = pictureSource(fileId);
      item.append(
        draw('img', { src, alt: '', className: 'complaint-page-photo', loading: 'lazy' }),
      );
    }
    list.append(item);
  }
  const field = draw('textarea', {
    ...{
      id: 'talk',
      className: 'link-field complaint-page-words',
      required: true,
      maxLength: 1000,
    },
  });
  const picture = pictureField(say, 'talk-picture');
  const fault = alertLine();
  const button = draw('button', { className: 'link-button' }, say('send'));
  const label = draw('label', { htmlFor: 'talk' }, say('say'));
  const form = draw(
    'form',
    { className: 'complaint-page-form' },
    label,
    field,
    picture.part,
    fault,
    button,
  );
  const key = newKey();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void does(
      button,
      fault,
      async () => {
        const bytes = await picture.bytes();
        const body = { words: field.value, ...(bytes && { picture: bytes }) };
        const headers = { 'accept-language': language, 'idempotency-key': key };
        return ask<HeldComplaint>('POST', `${path}/talks`, body, headers);
      },
      say('sent'),
    );
  });
  return card(say('talks'), talks.length > 0 ? list : soft(say('noTalks')), form);
}

function callOf({ say }: Page, { shopPhone }: HeldComplaint): HTMLElement[] {
  const above = soft(say('above'));
  if (shopPhone === '') return [above];
  const call = draw('a', { href: `tel:${shopPhone.replace(/[^\d+]/g, '')}` });
  call.append(say('call', { phone: shopPhone }));
  return [draw('p', { className: 'link-soft' }, call), above];
}
