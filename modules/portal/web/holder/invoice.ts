import { draw, faultOf, type Part } from '#modules/links/web/holder/index.ts';
import type { HeldInvoice } from '../../contract.ts';
import type { PageWord } from '../../locales/page.ts';
import { type Page, shownDay, yuan } from './tools.ts';

export interface InvoiceTyped {
  kind: HeldInvoice['kind'];
  title: string;
  taxNumber: string;
  email: string;
  address: string;
  phone: string;
  bank: string;
  account: string;
}

/** Among his papers: what he wants on his invoice, until it is issued; then what stands on it. */
export function invoiceOf(page: Page): Part | undefined {
  const { visit, say } = page;
  const invoice = visit.invoice ?? null;
  if (!visit.isProved || (invoice === null && !visit.mayAskInvoice)) return undefined;
  const parts: Part[] = [draw('h2', {}, say('invoice'))];
  if (invoice) parts.push(factsOf(page, invoice));
  if (invoice?.state !== 'issued' && !page.isPreview) parts.push(form(page, invoice));
  return draw('section', { className: 'link-card' }, ...parts);
}

function factsOf({ say }: Page, invoice: HeldInvoice): Part {
  const { title, taxNumber, email, state, number, amountFen, issuedOn, askedAt } = invoice;
  const facts: [PageWord, string][] = [
    ['invoiceState', say(`invoice_${state}`)],
    ['invoiceTitle', title],
    ['taxNumber', taxNumber],
    ['invoiceNumber', number],
    ['invoiceSum', amountFen === null ? '' : yuan(amountFen)],
    ['invoiceOn', issuedOn ?? ''],
    ['invoiceAsked', state === 'asked' ? shownDay(askedAt) : ''],
    ['invoiceMail', email],
  ];
  const list = draw('dl', { className: 'link-facts' });
  for (const [word, value] of facts)
    if (value !== '') list.append(draw('dt', {}, say(word)), draw('dd', {}, value));
  return list;
}

const fields = ['title', 'taxNumber', 'email', 'address', 'phone', 'bank', 'account'] as const;
type Field = (typeof fields)[number];
const words: Readonly<Record<Field, PageWord>> = {
  title: 'invoiceTitle',
  taxNumber: 'taxNumber',
  email: 'invoiceMail',
  address: 'invoiceAddress',
  phone: 'invoicePhone',
  bank: 'invoiceBank',
  account: 'invoiceAccount',
};
const most: Readonly<Record<Field, number>> = {
  ...{ title: 120, taxNumber: 40, email: 120, address: 200 },
  ...{ phone: 40, bank: 120, account: 40 },
};

/** A firm with its number, a person by his name; what few firms want besides lies folded. */
function form(page: Page, invoice: HeldInvoice | null): Part {
  const { say } = page;
  const kind = draw('select', { id: 'invoice-kind', className: 'link-field' });
  for (const value of ['person', 'company'] as const) {
    const selected = value === (invoice?.kind ?? 'person');
    kind.append(draw('option', { value, selected }, say(`invoice_${value}`)));
  }
  const typed = new Map<Field, HTMLInputElement>();
  const row = (field: Field) => {
    const id = `invoice-${field}`;
    const value = invoice?.[field] ?? '';
    const facts = { id, value, maxLength: most[field], className: 'link-field' };
    const box = draw('input', { ...facts, autocomplete: 'off', required: field === 'title' });
    if (field === 'email') box.inputMode = 'email';
    typed.set(field, box);
    return draw('div', {}, draw('label', { htmlFor: id }, say(words[field])), box);
  };
  const number = row('taxNumber');
  const rest = draw('details', {}, draw('summary', {}, say('invoiceMore')));
  const main = [row('title'), number, row('email')];
  rest.append(...(['address', 'phone', 'bank', 'account'] as const).map(row));
  const suit = () => {
    number.hidden = kind.value === 'person';
  };
  kind.addEventListener('change', suit);
  suit();
  const fault = draw('p', { className: 'link-fault' });
  fault.setAttribute('role', 'alert');
  const button = draw('button', { className: 'link-button link-quiet' }, say('invoiceSend'));
  const label = draw('label', { htmlFor: 'invoice-kind' }, say('invoiceKind'));
  const made = draw(
    'form',
    { className: 'portal-invoice' },
    label,
    kind,
    ...main,
    rest,
    fault,
    button,
  );
  made.addEventListener('submit', async (event) => {
    event.preventDefault();
    button.disabled = true;
    fault.textContent = '';
    const said = Object.fromEntries(fields.map((field) => [field, typed.get(field)!.value.trim()]));
    const body = { ...said, kind: kind.value } as InvoiceTyped;
    if (body.kind === 'person') body.taxNumber = '';
    await page.askInvoice(body).catch((error) => {
      fault.textContent = faultOf(error, say('kept'));
    });
    button.disabled = false;
  });
  const opened = draw(
    'details',
    {},
    draw('summary', {}, say(invoice ? 'invoiceCorrect' : 'invoiceAsk')),
  );
  opened.append(made);
  return opened;
}
