import { lockOrder } from '#modules/service-orders/server/index.ts';
import { placed } from '#platform/privacy.ts';
import { notFound, Problem, ruleBroken } from '#platform/problem.ts';
import type { Work } from '#platform/work.ts';
import { readCreditCode } from '#shared/credit-code.ts';
import { formatFen } from '#shared/money.ts';
import type { BodyOf } from '#shared/route.ts';
import type { Invoice, InvoiceOfOrder, InvoiceRow, invoiceRoutes } from '../contract-invoices.ts';
import { invoiceEvents } from '../events.ts';
import { invoiceLife } from '../lifecycle.ts';
import {
  type InvoiceListed,
  type InvoiceRecord,
  type InvoiceSeen,
  insertInvoice,
  invoicesOf,
  isNumberTaken,
  lockInvoice,
  lockInvoiceOf,
  orderBilled,
  updateInvoice,
} from './queries-invoices.ts';
import { cashierOf } from './till.ts';

export type InvoiceTitle = BodyOf<typeof invoiceRoutes.askInvoice>;

/** Of visits that came to nothing there is nothing to be billed. */
const unbilled: readonly string[] = ['leftUnrepaired', 'cancelled'];

/** The invoice of an order, with what was voided of it. @throws Problem 404 */
export async function invoiceOf(work: Work, orderId: string): Promise<InvoiceOfOrder> {
  const order = await orderBilled(work, orderId);
  if (!order) throw notFound();
  const all = (await invoicesOf(work, orderId)).map(shownInvoice);
  const { number, customerId, customerName, settledFen, orgPath } = order;
  const invoice = all.find(({ state }) => state !== 'voided') ?? null;
  const voided = all.filter(({ state }) => state === 'voided');
  return placed(
    { orderId, number, customerId, customerName, settledFen, invoice, voided },
    orgPath,
  );
}

const shownInvoice = (row: InvoiceSeen): Invoice => {
  const { id, kind, title, taxNumber, address, phone, bank, account, email, state } = row;
  const { number, amountFen, issuedOn, issuedByName, voidReason, version } = row;
  return {
    ...{ id, kind, title, taxNumber, address, phone, bank, account, email, state },
    ...{ number, amountFen, issuedOn, issuedByName, voidReason, version },
    byLink: row.byLinkId !== null,
    askedAt: row.askedAt.toISOString(),
  };
};

export const presentListed = (row: InvoiceListed): InvoiceRow => {
  const { orderId, orderNumber, customerName, settledFen } = row;
  const shown = { ...shownInvoice(row), orderId, orderNumber, customerName, settledFen };
  return placed(shown, row.orgPath);
};

/**
 * What the customer wants on his invoice, by himself or by who writes it down; corrected as long as it is not issued
 * (WSH-15, CAR-07). The same said again changes nothing.
 * @throws Problem 404, 409 `invoice_issued`, `invoice_no_order`, 422 `credit_code_invalid`, `invoice_email_invalid`
 */
export async function askForInvoice(
  work: Work,
  orderId: string,
  asked: InvoiceTitle,
): Promise<void> {
  const order = await lockOrder(work, orderId);
  if (!order) throw notFound();
  if (unbilled.includes(order.state)) throw new Problem(409, 'invoice_no_order');
  const title = fitting(asked);
  const before = await lockInvoiceOf(work, orderId);
  if (before && before.state !== 'asked') throw new Problem(409, 'invoice_issued');
  const fields = Object.keys(title) as (keyof typeof title)[];
  if (before && fields.every((field) => before[field] === title[field])) return;
  const byLinkId = work.actor.kind === 'link' ? work.actor.id : null;
  const said = { ...title, byLinkId, askedAt: work.now };
  const { orgUnitId, orgPath } = order;
  const row = before
    ? await updateInvoice(work, before.id, { ...said, state: invoiceLife.next('correct', 'asked') })
    : await insertInvoice(work, { ...said, orgUnitId, orgPath, orderId });
  await tell(work, 'asked', row);
}

/** As it goes onto the invoice: a firm with its number, a person without one. */
function fitting(asked: InvoiceTitle) {
  const { kind, title, taxNumber = '', email = '' } = asked;
  const { address = '', phone = '', bank = '', account = '' } = asked;
  const read = kind === 'company' ? readCreditCode(taxNumber) : undefined;
  if (read?.kind === 'faulty') {
    const { 'zh-CN': hint, en: hintEn } = read.hint;
    throw ruleBroken('/taxNumber', read.code, { hint, hintEn });
  }
  if (email.trim() !== '' && !/^[^@\s<>]+@[^@\s<>]+$/.test(email.trim()))
    throw ruleBroken('/email', 'invoice_email_invalid');
  return {
    ...{ kind, title: title.trim(), taxNumber: read?.creditCode ?? '', email: email.trim() },
    // Of a person nothing is kept that his invoice does not need.
    ...(kind === 'company'
      ? { address: address.trim(), phone: phone.trim(), bank: bank.trim(), account: account.trim() }
      : { address: '', phone: '', bank: '', account: '' }),
  };
}

/** It was issued in the tax office's program: its number, day and amount are noted. @returns the order's id */
export async function issueInvoice(
  work: Work,
  invoiceId: string,
  { number, issuedOn, amountFen }: BodyOf<typeof invoiceRoutes.issueInvoice>,
): Promise<string> {
  const before = await taken(work, invoiceId);
  const state = invoiceLife.next('issue', before.state);
  const order = await orderBilled(work, before.orderId);
  if (order?.settledFen === null || order === undefined)
    throw new Problem(409, 'invoice_not_settled');
  if (amountFen > order.settledFen)
    throw ruleBroken('/amountFen', 'invoice_above_settled', { most: formatFen(order.settledFen) });
  if (await isNumberTaken(work, number)) throw ruleBroken('/number', 'invoice_number_taken');
  const issued = { state, number, issuedOn, amountFen, issuedBy: cashierOf(work) };
  await tell(work, 'issued', await updateInvoice(work, invoiceId, issued));
  return before.orderId;
}

/** Voided, with the reason; the same title waits to be issued again, or to be corrected first. @returns the order's id */
export async function voidInvoice(work: Work, invoiceId: string, reason: string): Promise<string> {
  const before = await taken(work, invoiceId);
  const state = invoiceLife.next('void', before.state);
  const voided = await updateInvoice(work, invoiceId, { state, voidReason: reason.trim() });
  await tell(work, 'voided', voided);
  const { orgUnitId, orgPath, orderId, kind, title, taxNumber, byLinkId } = before;
  const { address, phone, bank, account, email } = before;
  await insertInvoice(work, {
    ...{ orgUnitId, orgPath, orderId, kind, title, taxNumber, byLinkId },
    ...{ address, phone, bank, account, email, askedAt: work.now },
  });
  return orderId;
}

async function taken(work: Work, invoiceId: string): Promise<InvoiceRecord> {
  const row = await lockInvoice(work, invoiceId);
  if (!row) throw notFound();
  return row;
}

const tell = (
  work: Work,
  what: keyof typeof invoiceEvents,
  { id: invoiceId, orderId, orgPath }: InvoiceRecord,
) =>
  work.emit(
    invoiceEvents[what],
    { invoiceId, orderId },
    { type: 'serviceOrder', id: orderId, orgPath },
  );
