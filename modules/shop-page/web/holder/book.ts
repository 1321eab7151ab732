import { ask, draw, faultOf, Refused } from '#modules/links/web/holder/index.ts';
import type { BookedByWeb, OpenTimes, PublicShop } from '../../contract.ts';
import { bookedKinds } from '../../contract-vocabulary.ts';
import { type Say, spokenTime, timePicker, withRole } from './times.ts';

interface Booking {
  say: Say;
  shop: PublicShop;
  /** The house and the shop, as the address names them. */
  which: Readonly<Record<string, string>>;
  show(...parts: HTMLElement[]): void;
  back(): void;
}

/** Chance of 128 bits, so that the same form sent twice is known. */
const newForm = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** The form of who wants to come: what, when, who. */
export function showBooking(booking: Booking): void {
  const { say, shop, which, show, back } = booking;
  const form = newForm();
  const kind = draw('select', { id: 'kind', className: 'link-field' });
  for (const each of bookedKinds) kind.append(draw('option', { value: each }, say(`kind_${each}`)));
  const times = timePicker(say, (from) => {
    const query = new URLSearchParams({ ...which, kind: kind.value, ...(from && { from }) });
    return ask<OpenTimes>('GET', `/open-shop/times?${query}`);
  });
  kind.addEventListener('change', () => void times.load());
  const field = (id: string, more: Partial<HTMLInputElement>) =>
    draw('input', { id, className: 'link-field', required: true, ...more });
  const name = field('name', { autocomplete: 'name', maxLength: 80 });
  const phone = field('phone', { type: 'tel', autocomplete: 'tel', maxLength: 40 });
  const plate = field('plate', { required: false, maxLength: 20, autocomplete: 'off' });
  const wish = draw('textarea', {
    ...{ id: 'wish', className: 'link-field shop-page-wish', required: true, maxLength: 1000 },
  });
  const website = field('website', { required: false, tabIndex: -1, autocomplete: 'off' });
  const trap = draw('div', { className: 'shop-page-trap', ariaHidden: 'true' });
  trap.append(draw('label', { htmlFor: 'website' }, say('website')), website);
  const { parts: fetching, address } = fetchingOf(say, shop.fetches);
  const fault = withRole('alert', draw('p', { className: 'link-fault' }));
  const button = draw('button', { className: 'link-button' }, say('send'));
  const labelled = (text: string, input: HTMLElement) => [
    draw('label', { htmlFor: input.id }, text),
    input,
  ];
  const element = draw(
    'form',
    { className: 'link-card' },
    ...labelled(say('kind'), kind),
    times.element,
    ...labelled(say('wish'), wish),
    ...labelled(say('name'), name),
    ...labelled(say('phoneField'), phone),
    ...labelled(say('plate'), plate),
    ...fetching,
    trap,
    draw('p', { className: 'link-soft' }, say('privacyNote')),
    fault,
    button,
  );
  element.addEventListener('submit', async (event) => {
    event.preventDefault();
    const startsAt = times.picked();
    fault.textContent = startsAt ? '' : say('pickTime');
    if (!startsAt) return;
    button.disabled = true;
    const typed = { name: name.value, phone: phone.value, plate: plate.value, wish: wish.value };
    const more = { kind: kind.value, startsAt, fetchAt: address(), website: website.value };
    try {
      const body = { ...which, form, ...typed, ...more };
      showTaken(booking, await ask<BookedByWeb>('POST', '/open-shop/bookings', body));
    } catch (error) {
      fault.textContent = faultOf(error, say('away'));
      button.disabled = false;
      if (error instanceof Refused && error.code === 'time_taken') void times.load();
    }
  });
  const leave = draw(
    'button',
    { className: 'link-button link-quiet', type: 'button' },
    say('back'),
  );
  leave.addEventListener('click', back);
  show(
    draw('h1', {}, say('bookTitle')),
    draw('p', { className: 'link-soft' }, shop.name),
    element,
    leave,
  );
  void times.load();
}

function fetchingOf(say: Say, isOffered: boolean) {
  if (!isOffered) return { parts: [], address: () => '' };
  const box = draw('input', { type: 'checkbox', id: 'fetch' });
  const at = draw('input', {
    ...{ id: 'fetch-at', className: 'link-field', maxLength: 200, hidden: true },
    ...{ placeholder: say('fetchAt'), ariaLabel: say('fetchAt'), autocomplete: 'street-address' },
  });
  box.addEventListener('change', () => {
    at.hidden = !box.checked;
    at.required = box.checked;
  });
  const label = draw('label', { className: 'shop-page-check' }, box, say('fetch'));
  return { parts: [label, at], address: () => (box.checked ? at.value : '') };
}

function showTaken({ say, show, back }: Booking, booked: BookedByWeb): void {
  const link = draw('a', { className: 'link-button', href: booked.url }, say('openLink'));
  const leave = draw('button', { className: 'link-button link-quiet' }, say('back'));
  leave.addEventListener('click', back);
  const word = booked.isConfirmed ? 'booked' : 'asked';
  const title = draw('h1', { tabIndex: -1 }, say(word));
  show(
    title,
    draw(
      'section',
      { className: 'link-card' },
      draw('p', {}, draw('strong', {}, spokenTime(booked.startsAt, say))),
      draw('p', {}, say(`${word}Lead`)),
      draw('p', { className: 'link-soft' }, say('keepLink')),
      draw('p', { className: 'shop-page-url' }, booked.url),
      link,
    ),
    leave,
  );
  title.focus();
}
