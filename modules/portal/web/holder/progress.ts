import { draw, languageButton, type Part, pageHead } from '#modules/links/web/holder/index.ts';
import { plateParts } from '#shared/plates.ts';
import type { HeldVisit } from '../../contract.ts';
import { type Page, sayOf, shownTime } from './tools.ts';

/** As the customer counts them; what has happened stands with its time. */
const milestones: readonly HeldVisit['state'][] = [
  'received',
  'inspected',
  'estimated',
  'approved',
  'inWork',
  'teamChecked',
  'ready',
  'settled',
  'delivered',
];

/** Which car, how far it is, when it is ready, who is responsible. */
export function headOf(page: Page): Part {
  return pageHead(page.visit.shopName, languageButton(page.language, page.speak));
}

export function stateOf({ visit, say }: Page): Part {
  const waits = sayOf(say, 'waiting', visit.waitingFor);
  const isWaiting = waits !== '' && visit.state !== 'estimated';
  return draw(
    'section',
    { className: 'link-card portal-state' },
    plateOf(visit),
    draw('h1', {}, say(visit.state)),
    ...(isWaiting ? [draw('p', { className: 'portal-wait' }, waits)] : []),
    factsOf(visit, say),
    ...promisesOf(visit, say),
  );
}

function plateOf({ plate, plateColour }: HeldVisit): Part {
  const { authority, serial } = plateParts(plate);
  const dot = draw('i', { ariaHidden: 'true' });
  const parts = serial ? [authority, dot, serial] : [authority];
  const shown = draw('span', { className: `plate plate-${plateColour} plate-large` }, ...parts);
  return draw('div', {}, shown);
}

function factsOf(visit: HeldVisit, say: Page['say']): Part {
  const facts: [string, Part][] = [
    ...(visit.promisedAt
      ? [[say('promisedAt'), shownTime(visit.promisedAt)] as [string, Part]]
      : []),
    [say('receivedAt'), shownTime(visit.receivedAt)],
    [say('number'), visit.number],
    [say('responsible'), visit.advisorName],
  ];
  const rows = facts.flatMap(([name, value]) => [draw('dt', {}, name), draw('dd', {}, value)]);
  return draw('dl', { className: 'link-facts' }, ...rows);
}

function promisesOf({ promises }: HeldVisit, say: Page['say']): Part[] {
  if (promises.length === 0) return [];
  const rows = promises.map(({ words }) => draw('li', {}, words));
  return [
    draw(
      'div',
      { className: 'portal-changed' },
      draw('p', { className: 'link-soft' }, say('changed')),
      draw('ul', {}, ...rows),
    ),
  ];
}

/** Steps done with their time, the present one marked, those to come pale. */
export function trackOf({ visit, say }: Page): Part | undefined {
  const ended = visit.state === 'cancelled' || visit.state === 'leftUnrepaired';
  if (ended) return undefined;
  const reached = new Map(visit.steps.map(({ state, at }) => [state, at]));
  reached.set('received', reached.get('received') ?? visit.receivedAt);
  const now = visit.state === 'selfChecked' ? 'teamChecked' : visit.state;
  const place = milestones.indexOf(now);
  const rows = milestones.map((state, at) => {
    const time = reached.get(state);
    const stage = at < place ? 'done' : at === place ? 'now' : 'later';
    const row = draw(
      'li',
      { className: `portal-step portal-step-${stage}` },
      draw('span', {}, say(state)),
      draw('time', { className: 'link-soft' }, at <= place && time ? shownTime(time) : ''),
    );
    if (stage === 'now') row.setAttribute('aria-current', 'step');
    return row;
  });
  return draw(
    'section',
    { className: 'link-card' },
    draw('h2', {}, say('progress')),
    draw('ol', { className: 'portal-track' }, ...rows),
  );
}

/** Who to call: the one who is responsible, else the shop. */
export function callOf({ visit, say }: Page): Part | undefined {
  const phone = visit.advisorPhone || visit.shopPhone;
  if (phone === '') return undefined;
  const call = draw('a', {
    className: 'link-button link-quiet',
    href: `tel:${phone.replace(/[^\d+]/g, '')}`,
  });
  call.append(say(visit.advisorPhone ? 'call' : 'callShop', { phone }));
  return call;
}
