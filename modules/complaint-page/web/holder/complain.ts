import { complaintKinds } from '#modules/complaints/lifecycle.ts';
import { ask, draw, faultOf, type Holding } from '#modules/links/web/holder/index.ts';
import { pictureField } from './picture.ts';
import { newKey, sayIn, shownTime } from './tools.ts';
import './complaint-page.css';

interface Complained {
  number: string;
  answerDueAt: string;
  url: string;
}

/** At the foot of the page of an order: a complaint in the customer's own words. */
export function complainBox(holding: Pick<Holding, 'aboutId'>, language: Holding['language']) {
  const say = sayIn(language);
  const kind = draw('select', { id: 'complain-kind', className: 'link-field' });
  for (const each of complaintKinds)
    kind.append(draw('option', { value: each }, say(`kind_${each}`)));
  kind.value = 'repairTechnique';
  const words = draw('textarea', {
    ...{ id: 'complain-words', className: 'link-field complaint-page-words', required: true },
    ...{ maxLength: 2000 },
  });
  const picture = pictureField(say, 'complain-picture');
  const fault = draw('p', { className: 'link-fault' });
  fault.setAttribute('role', 'alert');
  const button = draw('button', { className: 'link-button' }, say('complainSend'));
  const form = draw(
    'form',
    { className: 'complaint-page-form' },
    draw('p', { className: 'link-soft' }, say('complainLead')),
    draw('label', { htmlFor: 'complain-kind' }, say('complainAbout')),
    kind,
    draw('label', { htmlFor: 'complain-words' }, say('complainWords')),
    words,
    picture.part,
    fault,
    button,
  );
  let key = newKey();
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    fault.textContent = '';
    try {
      const bytes = await picture.bytes();
      const body = { kind: kind.value, words: words.value, ...(bytes && { picture: bytes }) };
      const path = `/held-orders/${holding.aboutId}/complaints`;
      const { number, answerDueAt, url } = await ask<Complained>('POST', path, body, {
        'accept-language': language,
        'idempotency-key': key,
      });
      key = newKey();
      // Within the form: as a button that submits it would send the complaint a second time.
      const follow = draw('button', { className: 'link-button', type: 'button' }, say('follow'));
      follow.addEventListener('click', () => {
        // Only what stands behind the # changes: without a reload nobody would look at it.
        location.hash = new URL(url).hash;
        location.reload();
      });
      const note = draw('p', {}, say('complained', { number, at: shownTime(answerDueAt) }));
      note.setAttribute('role', 'status');
      form.replaceChildren(note, follow);
    } catch (error) {
      fault.textContent = faultOf(error, say('kept'));
      button.disabled = false;
    }
  });
  return draw('details', { className: 'link-card' }, draw('summary', {}, say('complain')), form);
}
