import { chooseLanguage, draw, type Holding, speaker } from '#modules/links/web/holder/index.ts';
import type { HeldData } from '../../contract.ts';
import { type MineWord, mineWords } from '../../locales/mine.ts';
import { withRole } from './times.ts';

const say = speaker<MineWord>(mineWords);
const soft = (text: string) => draw('p', { className: 'link-soft' }, text);

/** How the page of a customer's data is changed by what he does there. */
export interface Doing {
  path: string;
  ask: Holding['ask'];
  show(data: HeldData, note: string): void;
  does(
    button: HTMLButtonElement | HTMLInputElement,
    fault: HTMLElement,
    act: () => Promise<void>,
  ): Promise<boolean>;
}

/** A switch: what it says holds as soon as the house has it, and goes back where it was not taken. */
export function toggle(
  { path, ask, show, does }: Doing,
  given: {
    isOn: boolean;
    label: string;
    to: string;
    fault: HTMLElement;
    said: (isOn: boolean) => object;
  },
): HTMLLabelElement {
  const box = draw('input', { type: 'checkbox', checked: given.isOn });
  box.addEventListener('change', async () => {
    const isOn = box.checked;
    const isDone = await does(box, given.fault, async () =>
      show(await ask<HeldData>('POST', `${path}/${given.to}`, given.said(isOn)), say('saved')),
    );
    if (!isDone) box.checked = !isOn;
  });
  return draw('label', { className: 'shop-page-check' }, box, given.label);
}

/** Reminders by kind; those that are advertisements say what they need besides. */
export function remindersOf(doing: Doing, { reminders, consents }: HeldData): HTMLElement {
  const fault = withRole('alert', draw('p', { className: 'link-fault' }));
  const agreesToOffers = consents.some(({ purpose, isOn }) => purpose === 'marketing' && isOn);
  const switches = reminders.map(({ kind, isOn, needsConsent }) =>
    toggle(doing, {
      ...{ isOn, fault, to: 'reminders', said: (next: boolean) => ({ kind, isOn: next }) },
      label:
        needsConsent && isOn && !agreesToOffers
          ? `${say(`reminder_${kind}`)} ${say('needsOffers')}`
          : say(`reminder_${kind}`),
    }),
  );
  const legend = draw('legend', {}, say('byKind'));
  return draw('fieldset', { className: 'shop-page-kinds' }, legend, ...switches, fault);
}

const ways = ['phone', 'sms', 'wecom', 'email', 'none'] as const;
const languages = { 'zh-CN': '中文', en: 'English' } as const;

/** What he wrote and has not saved yet, by field: a switch that is moved meanwhile draws the page anew. */
const written = new Map<string, string>();
const asWritten = <Value extends string>(id: string, saved: Value): Value =>
  (written.get(id) as Value | undefined) ?? saved;

/** Drops what is saved now; what he changed while it was on its way stays his. */
function settle(sent: Readonly<Record<string, string>>): void {
  for (const [id, value] of Object.entries(sent)) if (written.get(id) === value) written.delete(id);
}

/** His wishes, as he writes them himself. */
export function wishesOf(doing: Doing, data: HeldData): HTMLElement {
  const own = data.ownWishes!;
  const way = choice('preferredChannel', own.preferredChannel, ways, (one) => say(`way_${one}`));
  const speech = choice(
    'language',
    own.language,
    ['zh-CN', 'en'] as const,
    (one) => languages[one],
  );
  const from = clock('callFrom', own.callFrom ?? '');
  const until = clock('callUntil', own.callUntil ?? '');
  const wishes = area('wishes', data.wishes, 2000);
  const not = area('doNotMention', own.doNotMention, 500);
  const birthday = line('birthday', own.birthday);
  const fault = withRole('alert', draw('p', { className: 'link-fault' }));
  const button = draw('button', { className: 'link-button link-quiet' }, say('save'));
  const hours = draw('div', { className: 'shop-page-hours' }, from, say('until'), until);
  from.setAttribute('aria-label', say('callFrom'));
  until.setAttribute('aria-label', say('callUntil'));
  const form = draw(
    'form',
    { className: 'shop-page-when', noValidate: true },
    ...labelled('preferredChannel', way),
    draw('span', {}, say('callHours')),
    hours,
    soft(say('callHoursHint')),
    ...labelled('language', speech),
    ...labelled('birthday', birthday),
    soft(say('birthdayHint')),
    ...labelled('doNotMention', not),
    ...labelled('wishText', wishes, 'wishes'),
    fault,
    button,
  );
  const fields = [way, speech, from, until, wishes, not, birthday];
  for (const field of fields)
    field.addEventListener('input', () => written.set(field.id, field.value));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void doing.does(button, fault, async () => {
      const body = {
        ...{ preferredChannel: way.value, language: speech.value },
        ...{ callFrom: from.value || null, callUntil: until.value || null },
        ...{ wishes: wishes.value, doNotMention: not.value, birthday: birthday.value },
      };
      const sent = Object.fromEntries(fields.map(({ id, value }) => [id, value]));
      const after = await doing.ask<HeldData>('POST', `${doing.path}/wishes`, body);
      settle(sent);
      if (after.ownWishes?.language !== own.language) return follow(after.ownWishes!.language);
      doing.show(after, say('saved'));
      scrollTo(0, 0);
    });
  });
  const title = draw('h2', {}, say('wishes'));
  return draw('section', { className: 'link-card' }, title, soft(say('wishesLead')), form);
}

/** The page speaks as he wishes from now on. */
function follow(language: 'zh-CN' | 'en'): void {
  chooseLanguage(language);
  location.reload();
}

const clock = (id: string, saved: string) => {
  const value = asWritten(id, saved);
  return draw('input', { type: 'time', className: 'link-field', step: '60', id, value });
};
const line = (id: string, saved: string) =>
  draw('input', {
    ...{ id, maxLength: 40, value: asWritten(id, saved) },
    ...{ className: 'link-field', autocomplete: 'off' as const },
  });
const labelled = (word: MineWord, field: HTMLElement, id: string = word) => [
  draw('label', { htmlFor: id }, say(word)),
  field,
];
const area = (id: string, saved: string, maxLength: number) =>
  draw('textarea', {
    ...{ id, maxLength, value: asWritten(id, saved) },
    className: 'link-field shop-page-wish',
  });

function choice<Value extends string>(
  id: string,
  now: string,
  values: readonly Value[],
  word: (value: Value) => string,
): HTMLSelectElement {
  const field = draw('select', { id, className: 'link-field' });
  const chosen = asWritten(id, now);
  for (const value of values)
    field.append(draw('option', { value, selected: value === chosen }, word(value)));
  return field;
}
