import { ask, draw, type Holding, type Part, Refused } from '#modules/links/web/holder/index.ts';
import { dateIn, timeIn } from '#shared/dates.ts';
import { plateParts } from '#shared/plates.ts';
import type { HeldOrder } from '../../contract.ts';
import { type HeldWord, heldWords } from '../../locales/words-held.ts';
import '#web/plate-tag.css';

const zone = 'Asia/Shanghai';
const shownTime = (instant: string) => {
  const at = new Date(instant);
  return `${dateIn(zone, at)} ${timeIn(zone, at).slice(0, 5)}`;
};

/** The order of a link: its state for everybody who has the address, its papers after four digits. */
export async function showHeldOrder(holding: Holding): Promise<void> {
  const say = (word: HeldWord) => heldWords[holding.language][word];
  const path = `/held-orders/${holding.aboutId}`;

  const show = (order: HeldOrder): void => {
    document.title = `${say('orderOf')} · ${order.shopName}`;
    holding.show(
      draw('p', { className: 'link-soft' }, order.shopName),
      draw('h1', {}, say(order.state)),
      draw('section', { className: 'link-card' }, plateOf(order), factsOf(order, say)),
      order.isProved ? papers() : codeForm(),
      ...callOf(order, say),
    );
  };

  const papers = (): Part => {
    const link = draw('a', { className: 'link-button', href: `/api/v1${path}/sheet.pdf` });
    link.append(say('openPapers'));
    const lead = draw('p', { className: 'link-soft' }, say('papersLead'));
    return draw('section', { className: 'link-card' }, lead, link);
  };

  const codeForm = (): Part => {
    const field = draw('input', {
      className: 'link-code',
      id: 'code',
      inputMode: 'numeric',
      autocomplete: 'off',
      maxLength: 4,
      required: true,
      pattern: '\\d{4}',
    });
    const button = draw('button', { className: 'link-button' }, say('check'));
    const fault = draw('p', { className: 'link-fault' });
    fault.setAttribute('role', 'alert');
    const label = draw('label', { htmlFor: 'code' }, say('askCode'));
    const form = draw('form', { className: 'link-card' }, label, field, fault, button);
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      button.disabled = true;
      fault.textContent = '';
      try {
        show(await ask<HeldOrder>('POST', `${path}/prove`, { code: field.value }));
      } catch (error) {
        if (!(error instanceof Refused) || error.code === 'link_over') return holding.fail(error);
        fault.textContent = `${error.title}。${error.detail}`;
        button.disabled = false;
        field.select();
      }
    });
    return form;
  };

  show(await ask<HeldOrder>('GET', path));
}

function plateOf({ plate, plateColour }: HeldOrder): Part {
  const { authority, serial } = plateParts(plate);
  const dot = draw('i', { ariaHidden: 'true' });
  const parts = serial ? [authority, dot, serial] : [authority];
  return draw(
    'div',
    {},
    draw('span', { className: `plate plate-${plateColour} plate-large` }, ...parts),
  );
}

function factsOf(order: HeldOrder, say: (word: HeldWord) => string): Part {
  const facts = [
    [say('number'), order.number],
    [say('receivedAt'), shownTime(order.receivedAt)],
    ...(order.promisedAt ? [[say('promisedAt'), shownTime(order.promisedAt)]] : []),
  ];
  const rows = facts.flatMap(([name, value]) => [draw('dt', {}, name!), draw('dd', {}, value!)]);
  return draw('dl', { className: 'link-facts' }, ...rows);
}

function callOf({ shopPhone }: HeldOrder, say: (word: HeldWord) => string): Part[] {
  if (shopPhone === '') return [];
  const dialled = shopPhone.replace(/[^\d+]/g, '');
  const call = draw('a', { href: `tel:${dialled}` });
  call.append(`${say('callShop')} ${shopPhone}`);
  return [draw('p', { className: 'link-soft' }, call)];
}
