import {
  draw,
  faultOf,
  type Holding,
  isEnd,
  messageCode,
  type Part,
  pageHead,
  speaker,
} from '#modules/links/web/holder/index.ts';
import { dateIn } from '#shared/dates.ts';
import type { HeldData } from '../../contract.ts';
import { type MineWord, mineWords } from '../../locales/mine.ts';
import { type Doing, remindersOf, toggle, wishesOf } from './my-wishes.ts';
import './shop-page.css';
import { withRole } from './times.ts';

const say = speaker<MineWord>(mineWords);
const zone = 'Asia/Shanghai';
const dayOf = (instant: string) => dateIn(zone, new Date(instant));
const kilometres = (km: number) => km.toLocaleString('en-US');
const asked = ['copy', 'correction', 'deletion', 'restriction'] as const;

const card = (title: string, ...parts: Part[]) =>
  draw('section', { className: 'link-card' }, draw('h2', {}, title), ...parts);
const soft = (text: string) => draw('p', { className: 'link-soft' }, text);
const list = (...lines: Part[]) =>
  draw('ul', { className: 'shop-page-links' }, ...lines.map((line) => draw('li', {}, line)));

/** What a shop holds of a customer, for himself: nothing before the digits of his telephone. */
export async function showHeldData(holding: Holding): Promise<void> {
  const path = `/held-data/${holding.aboutId}`;
  const { ask } = holding;
  const show = (data: HeldData, note = ''): void => {
    holding.name(`${say('title')} · ${data.shopName}`);
    holding.show(
      pageHead(data.shopName),
      draw('h1', {}, data.isProved ? say('hello', { name: data.name }) : say('title')),
      ...(note ? [withRole('status', draw('p', { className: 'shop-page-note' }, note))] : []),
      ...(data.isProved ? everything(data) : [data.needsMessage ? messageForm() : codeForm()]),
      ...callOf(data),
    );
  };

  /** Sends a form; what the server says of a refusal stands beneath it. */
  const does = async (
    button: HTMLButtonElement | HTMLInputElement,
    fault: HTMLElement,
    act: () => Promise<void>,
  ): Promise<boolean> => {
    button.disabled = true;
    fault.textContent = '';
    try {
      await act();
      return true;
    } catch (error) {
      if (isEnd(error)) holding.fail(error);
      fault.textContent = faultOf(error, say('away'));
      return false;
    } finally {
      button.disabled = false;
    }
  };
  const faultLine = () => withRole('alert', draw('p', { className: 'link-fault' }));

  const codeForm = (): HTMLElement => {
    const field = draw('input', {
      ...{ className: 'link-code', id: 'code', inputMode: 'numeric', autocomplete: 'off' },
      ...{ maxLength: 4, required: true, pattern: '\\d{4}' },
    });
    const fault = faultLine();
    const button = draw('button', { className: 'link-button' }, say('check'));
    const label = draw('label', { htmlFor: 'code' }, say('askCode'));
    const form = draw('form', { className: 'link-card' }, soft(say('lead')), label, field, fault);
    form.append(button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void does(button, fault, async () =>
        show(await ask<HeldData>('POST', `${path}/prove`, { code: field.value })),
      );
    });
    return form;
  };

  const messageForm = (): HTMLElement => {
    const code = messageCode(holding.language, () => ask('POST', `${path}/code`));
    code.field.required = true;
    const fault = faultLine();
    const button = draw('button', { className: 'link-button' }, say('check'));
    const form = draw(
      'form',
      { className: 'link-card' },
      soft(say('leadMessage')),
      code.part,
      fault,
    );
    form.append(button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void does(button, fault, async () =>
        show(await ask<HeldData>('POST', `${path}/confirm`, { code: code.field.value })),
      );
    });
    return form;
  };

  const everything = (data: HeldData): HTMLElement[] => [
    carsOf(data),
    wishesOf(doing, data),
    messages(data),
    keptOf(data),
    readingsOf(data),
    rights(data),
  ];

  const doing: Doing = { path, ask, show, does };
  const messages = (data: HeldData): HTMLElement => {
    const fault = faultLine();
    const switches = data.consents.map(({ purpose, isOn }) =>
      toggle(doing, {
        ...{ isOn, fault, label: say(`purpose_${purpose}`), to: 'consents' },
        said: (given) => ({ purpose, given }),
      }),
    );
    const lead = soft(say('messagesLead'));
    return card(say('messages'), lead, ...switches, fault, remindersOf(doing, data));
  };

  const rights = ({ requests, rightsDays }: HeldData): HTMLElement => {
    const kind = draw('select', { id: 'kind', className: 'link-field' });
    for (const each of asked) kind.append(draw('option', { value: each }, say(`kind_${each}`)));
    const wish = draw('textarea', {
      ...{ id: 'wish', className: 'link-field shop-page-wish', required: true, maxLength: 1000 },
    });
    const fault = faultLine();
    const button = draw('button', { className: 'link-button link-quiet' }, say('send'));
    const form = draw(
      'form',
      { className: 'shop-page-when' },
      draw('label', { htmlFor: 'kind' }, say('kind')),
      kind,
      draw('label', { htmlFor: 'wish' }, say('wish')),
      wish,
      fault,
      button,
    );
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      void does(button, fault, async () => {
        const body = { kind: kind.value, wish: wish.value };
        const data = await ask<HeldData>('POST', `${path}/requests`, body);
        show(data, say('sent', { number: data.requests[0]?.number ?? '' }));
        scrollTo(0, 0);
      });
    });
    const lead = soft(say('rightsLead', { days: rightsDays }));
    return card(say('rights'), lead, list(...requests.map(requestLine)), form);
  };

  show(await ask<HeldData>('GET', path));
}

function requestLine({ number, kind, state, dueAt }: HeldData['requests'][number]): string {
  const line = say('request', {
    ...{ number, kind: say(`kind_${kind}` as MineWord), state: say(`state_${state}`) },
  });
  return state === 'open' ? `${line} · ${say('due', { on: dayOf(dueAt) })}` : line;
}

function carsOf({ cars }: HeldData): HTMLElement {
  if (cars.length === 0) return card(say('cars'), soft(say('noCars')));
  return card(
    say('cars'),
    ...cars.map((car) => {
      const due = [
        car.nextDueOn,
        car.nextDueKm !== null && say('km', { km: kilometres(car.nextDueKm) }),
      ]
        .filter(Boolean)
        .join(say('or'));
      return draw(
        'div',
        { className: 'shop-page-car' },
        draw('strong', {}, [car.plate, car.model].filter(Boolean).join(' · ')),
        ...(due ? [draw('p', {}, say('next', { when: due }))] : []),
        ...dueOf(car),
        visitsOf(car),
      );
    }),
  );
}

/** What it needs next by kind, with its day. */
function dueOf({ due }: HeldData['cars'][number]): HTMLElement[] {
  const rows = due.flatMap(({ kind, dueOn }) => [
    draw('dt', {}, say(`reminder_${kind}`)),
    draw('dd', {}, dueOn),
  ]);
  return rows.length > 0 ? [draw('dl', { className: 'link-facts' }, ...rows)] : [];
}

function visitsOf({ visits }: HeldData['cars'][number]): HTMLElement {
  if (visits.length === 0) return soft(say('noVisits'));
  const lines = visits.map(({ on, mileageKm, jobs }) =>
    draw(
      'div',
      {},
      draw('span', { className: 'link-soft' }, say('visit', { on, km: kilometres(mileageKm) })),
      draw('p', {}, jobs.join('、') || '—'),
    ),
  );
  const rest = draw('details', {}, draw('summary', {}, `${say('visits')} (${visits.length})`));
  rest.append(list(...lines));
  rest.open = visits.length < 3;
  return rest;
}

function keptOf({ kept, keptUntil }: HeldData): HTMLElement {
  const rows = kept.flatMap(({ what, rows: count }) => [
    draw('dt', {}, what),
    draw('dd', {}, say('rows', { rows: count })),
  ]);
  const until = keptUntil ? [soft(say('keptUntil', { on: dayOf(keptUntil) }))] : [];
  const facts = draw('dl', { className: 'link-facts' }, ...rows);
  return card(say('kept'), soft(say('keptLead')), facts, ...until);
}

function readingsOf({ readings }: HeldData): HTMLElement {
  if (readings.length === 0) return card(say('readings'), soft(say('noReadings')));
  const rows = readings.flatMap(({ month, how, times }) => [
    draw('dt', {}, `${month} ${how}`),
    draw('dd', {}, say('times', { times })),
  ]);
  const facts = draw('dl', { className: 'link-facts' }, ...rows);
  return card(say('readings'), soft(say('readingsLead')), facts);
}

function callOf({ shopPhone }: HeldData): HTMLElement[] {
  if (shopPhone === '') return [];
  const call = draw('a', { href: `tel:${shopPhone.replace(/[^\d+]/g, '')}` });
  call.append(`${say('call')} ${shopPhone}`);
  return [draw('p', { className: 'link-soft' }, call)];
}
