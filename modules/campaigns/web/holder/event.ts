import {
  draw,
  faultOf,
  type Holding,
  isEnd,
  type Part,
  pageHead,
  Refused,
  speaker,
} from '#modules/links/web/holder/index.ts';
import { dateIn, timeIn, weekdayOf } from '#shared/dates.ts';
import type { HeldInvitation } from '../../contract.ts';
import { type EventWord, eventWords } from '../../locales/holder.ts';
import './event.css';

const say = speaker<EventWord>(eventWords);
const zone = 'Asia/Shanghai';
/** Shut or stopped since it was read: the page says what holds now. */
const meanwhile = ['invitation_shut', 'campaign_not_open'];

/** An event for its guest: when, where, how full; he says whether he comes and with how many, and changes it. */
export async function showHeldEvent(holding: Holding): Promise<void> {
  const path = `/held-invitations/${holding.aboutId}`;
  const { ask } = holding;
  let told = '';
  const show = (event: HeldInvitation): void => {
    // What is half chosen stays where nothing else holds now.
    if (told === JSON.stringify(event)) return;
    told = JSON.stringify(event);
    holding.name(`${say('title')} · ${event.shopName}`);
    holding.show(
      pageHead(event.shopName),
      draw('h1', {}, event.name),
      ...(event.content ? [draw('p', { className: 'campaign-event-content' }, event.content)] : []),
      factsOf(event),
      ...saidOf(event),
      ...(event.state === 'open' ? [answerForm(event)] : []),
      ...callOf(event),
    );
  };
  const read = async () => {
    try {
      show(await ask<HeldInvitation>('GET', path));
    } catch (error) {
      if (isEnd(error)) holding.fail(error);
      else throw error;
    }
  };

  const answerForm = (event: HeldInvitation): HTMLElement => {
    const { answer } = event;
    const people = seatsField(event);
    const fault = draw('p', { className: 'link-fault' });
    fault.setAttribute('role', 'alert');
    const button = (word: EventWord, body: () => object, isQuiet = false) => {
      const className = isQuiet ? 'link-button link-quiet' : 'link-button';
      const made = draw('button', { type: 'button', className }, say(word));
      made.addEventListener('click', async () => {
        made.disabled = true;
        fault.textContent = '';
        try {
          const answered = await ask<HeldInvitation>('POST', `${path}/answer`, body());
          told = '';
          show(answered);
          scrollTo(0, 0);
          document.querySelector<HTMLElement>('.campaign-event-said')?.focus();
        } catch (error) {
          if (isEnd(error)) return holding.fail(error);
          if (error instanceof Refused && meanwhile.includes(error.code)) return void read();
          fault.textContent = faultOf(error, say('kept'));
          made.disabled = false;
        }
      });
      return made;
    };
    const isComing = answer?.state === 'coming' || answer?.state === 'waiting';
    const come = isComing ? 'comeSo' : event.seatsLeft === 'none' ? 'queue' : 'come';
    return draw(
      'section',
      { className: 'link-card' },
      draw('h2', {}, say(answer ? 'change' : 'ask')),
      people.part,
      fault,
      button(come, () => ({ isComing: true, seats: people.seats() })),
      ...(answer?.state === 'declined'
        ? []
        : [button('stayAway', () => ({ isComing: false }), true)]),
    );
  };

  await read();
  if (holding.isPreview) return;
  // Who waits looks again; what he sees then is how it stands.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void read().catch(() => undefined);
  });
}

function factsOf(event: HeldInvitation): HTMLElement {
  const { happensAt, place, bring, answerBy, state, seatsLeft } = event;
  const isOpen = state === 'open';
  const facts: [EventWord, Part][] = [
    ['when', spoken(happensAt)],
    ['place', placeOf(event, place)],
    ...(bring ? [['bring', bring] as [EventWord, Part]] : []),
    ...(isOpen ? [['seats', say(`seats_${seatsLeft}`)] as [EventWord, Part]] : []),
    ...(isOpen && answerBy ? [['until', spoken(answerBy)] as [EventWord, Part]] : []),
  ];
  const list = draw('dl', { className: 'link-facts' });
  for (const [word, value] of facts) list.append(draw('dt', {}, say(word)), draw('dd', {}, value));
  return draw('section', { className: 'link-card' }, list);
}

/** A map that opens in China's browsers and apps, where the shop stands or the place is named. */
function placeOf({ address }: HeldInvitation, place: string): Part {
  const keyword = address || place;
  const href = `https://uri.amap.com/search?${new URLSearchParams({ keyword })}`;
  const map = draw('a', { href, target: '_blank', rel: 'noreferrer' }, say('map'));
  const lines = [place, ...(address && address !== place ? [address] : [])].map((text) =>
    draw('span', { className: 'campaign-event-place' }, text),
  );
  return draw('span', {}, ...lines, map);
}

/** What he answered, and what holds where nothing can be answered any more. */
function saidOf({ answer, state }: HeldInvitation): HTMLElement[] {
  const told = (...parts: Part[]) => {
    const card = draw('section', { className: 'link-card' }, ...parts);
    card.setAttribute('role', 'status');
    return card;
  };
  if (state === 'calledOff')
    return [told(draw('h2', {}, say('calledOff')), say('calledOffDetail'))];
  const said =
    answer && draw('p', { className: 'campaign-event-said', tabIndex: -1 }, wordsOf(answer));
  if (state === 'open') return said ? [told(said)] : [];
  return [told(draw('h2', {}, say(state)), ...(said ? [said] : []), say(`${state}Detail`))];
}

function wordsOf(answer: NonNullable<HeldInvitation['answer']>): string {
  const { state, seats, place, hasCome, hasMovedUp } = answer;
  if (hasCome) return say('said_here');
  if (hasMovedUp && state === 'coming') return say('said_movedUp', { seats });
  return say(`said_${state}`, { seats, place: place ?? 1 });
}

/** So many come: one more, one less, large enough for a thumb; read out as it changes. */
function seatsField({ answer, mostSeats }: HeldInvitation) {
  let seats = Math.min(Math.max(answer?.seats ?? 1, 1), mostSeats);
  const told = draw('output', { id: 'seats' });
  const step = (by: -1 | 1, name: string) => {
    const button = draw(
      'button',
      { type: 'button', className: 'campaign-event-step' },
      by < 0 ? '−' : '+',
    );
    button.setAttribute('aria-label', name);
    button.addEventListener('click', () => {
      seats += by;
      tell();
    });
    return button;
  };
  const less = step(-1, '−1');
  const more = step(1, '+1');
  const tell = () => {
    told.textContent = String(seats);
    less.disabled = seats <= 1;
    more.disabled = seats >= mostSeats;
  };
  tell();
  const label = draw('p', { id: 'seats-label' }, say('people'));
  const row = draw('div', { className: 'campaign-event-seats' }, less, told, more);
  row.setAttribute('role', 'group');
  row.setAttribute('aria-labelledby', 'seats-label');
  return {
    part: draw('div', { className: 'campaign-event-people' }, label, row),
    seats: () => seats,
  };
}

/** `11-28 周六 14:00` as the shop's clock shows it. */
function spoken(instant: string): string {
  const at = new Date(instant);
  const on = dateIn(zone, at);
  const day = say(`weekday${weekdayOf(on)}` as EventWord);
  return `${on.slice(5)} ${day} ${timeIn(zone, at)}`;
}

function callOf({ shopPhone }: HeldInvitation): HTMLElement[] {
  if (shopPhone === '') return [];
  const href = `tel:${shopPhone.replace(/[^\d+]/g, '')}`;
  return [draw('p', {}, draw('a', { href }, say('call', { phone: shopPhone })))];
}
