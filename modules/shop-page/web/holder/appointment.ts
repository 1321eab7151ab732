import {
  draw,
  faultOf,
  type Holding,
  isEnd,
  pageHead,
  speaker,
} from '#modules/links/web/holder/index.ts';
import type { HeldAppointment, OpenTimes } from '../../contract.ts';
import { type HolderWord, shopHolderWords } from '../../locales/holder.ts';
import { mapOf } from './draw-shop.ts';
import { type Say, spokenTime, timePicker, withRole } from './times.ts';

const say: Say = speaker<HolderWord>(shopHolderWords);

/** The appointment of a link: when and where for everybody who has the address, the rest after four digits. */
export async function showHeldAppointment(holding: Holding): Promise<void> {
  const path = `/held-appointments/${holding.aboutId}`;
  const { ask } = holding;
  const show = (one: HeldAppointment, note = ''): void => {
    holding.name(`${say('appointment')} · ${one.shopName}`);
    holding.show(
      pageHead(one.shopName),
      draw('h1', {}, say(`state_${one.state}`)),
      ...(note ? [withRole('status', draw('p', {}, note))] : []),
      factsOf(one),
      ...(one.isProved ? changes(one) : [codeForm()]),
      ...callOf(one),
    );
  };
  const does = async (button: HTMLButtonElement, fault: HTMLElement, act: () => Promise<void>) => {
    button.disabled = true;
    fault.textContent = '';
    try {
      await act();
    } catch (error) {
      if (isEnd(error)) return holding.fail(error);
      fault.textContent = faultOf(error, say('away'));
      button.disabled = false;
    }
  };

  const codeForm = (): HTMLElement => {
    const field = draw('input', {
      ...{ className: 'link-code', id: 'code', inputMode: 'numeric', autocomplete: 'off' },
      ...{ maxLength: 4, required: true, pattern: '\\d{4}' },
    });
    const { element, fault, button } = formOf(say('check'), [
      draw('label', { htmlFor: 'code' }, say('askCode')),
      draw('p', { className: 'link-soft' }, say('codeWhy')),
      field,
    ]);
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      void does(button, fault, async () => {
        show(await ask<HeldAppointment>('POST', `${path}/prove`, { code: field.value }));
      });
    });
    return element;
  };

  const changes = (one: HeldAppointment): HTMLElement[] => {
    if (!one.mayChange) {
      const isOpen = ['asked', 'booked', 'confirmed'].includes(one.state);
      return isOpen ? [draw('p', { className: 'link-soft' }, say('tooLate'))] : [];
    }
    return [
      opening(say('move'), moveForm),
      opening(say('cancel'), cancelForm),
      draw('p', { className: 'link-soft' }, say('changeUntil', { hours: one.changeUntilHours })),
    ];
  };

  const moveForm = (): HTMLElement => {
    const times = timePicker(say, (from) =>
      ask<OpenTimes>('GET', `${path}/times${from ? `?from=${from}` : ''}`),
    );
    const { element, fault, button } = formOf(say('moveTo'), [times.element]);
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      const startsAt = times.picked();
      if (!startsAt) fault.textContent = say('pickTime');
      else
        void does(button, fault, async () => {
          show(await ask<HeldAppointment>('POST', `${path}/move`, { startsAt }), say('moved'));
        });
    });
    void times.load();
    return element;
  };

  const cancelForm = (): HTMLElement => {
    const reason = draw('input', {
      ...{ id: 'reason', className: 'link-field', maxLength: 300, required: true },
    });
    const label = draw('label', { htmlFor: 'reason' }, say('cancelReason'));
    const { element, fault, button } = formOf(say('cancelNow'), [label, reason]);
    element.addEventListener('submit', (event) => {
      event.preventDefault();
      void does(button, fault, async () => {
        show(await ask<HeldAppointment>('POST', `${path}/cancel`, { reason: reason.value }));
      });
    });
    return element;
  };

  show(await ask<HeldAppointment>('GET', path));
}

function formOf(act: string, parts: HTMLElement[]) {
  const fault = withRole('alert', draw('p', { className: 'link-fault' }));
  const button = draw('button', { className: 'link-button' }, act);
  const element = draw('form', { className: 'link-card' }, ...parts, fault, button);
  return { element, fault, button };
}

/** A form that is drawn when it is asked for. */
function opening(text: string, form: () => HTMLElement): HTMLElement {
  const button = draw('button', { className: 'link-button link-quiet', type: 'button' }, text);
  button.addEventListener('click', () => {
    const drawn = form();
    button.replaceWith(drawn);
    drawn.querySelector<HTMLElement>('input')?.focus();
  });
  return button;
}

function factsOf(one: HeldAppointment): HTMLElement {
  const map = mapOf({ mapPoint: one.mapPoint, name: one.shopName, address: one.shopAddress });
  const where = map
    ? draw('a', { href: map, target: '_blank', rel: 'noreferrer' }, one.shopAddress || say('map'))
    : one.shopAddress;
  const facts = [
    [say('time'), spokenTime(one.startsAt, say)],
    [say('work'), say(`kind_${one.kind}`)],
    ...(where ? [[say('place'), where] as const] : []),
    ...(one.plate ? [[say('plateOf'), one.plate] as const] : []),
    ...(one.wish ? [[say('wishOf'), one.wish] as const] : []),
    ...(one.fetchAt ? [[say('fetchAt'), one.fetchAt] as const] : []),
  ] as const;
  const rows = facts.flatMap(([name, value]) => [draw('dt', {}, name!), draw('dd', {}, value!)]);
  return draw(
    'section',
    { className: 'link-card' },
    draw('dl', { className: 'link-facts' }, ...rows),
  );
}

function callOf({ shopPhone }: HeldAppointment): HTMLElement[] {
  if (shopPhone === '') return [];
  const call = draw('a', { href: `tel:${shopPhone.replace(/[^\d+]/g, '')}` });
  call.append(`${say('call')} ${shopPhone}`);
  return [draw('p', { className: 'link-soft' }, call)];
}
