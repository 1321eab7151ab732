import {
  type FormFrame,
  type FormTemplate,
  printedAmount,
  printedInstant,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { amountInWords } from '#shared/amount-in-words.ts';
import type { MoneyMethod } from '../contract-vocabulary.ts';
import { type ReceiptWords, receiptWords } from './words-receipt.ts';

/** 收据: money that came in outside a settlement, in advance or for what stood on account. */
export interface ReceiptPaper {
  readonly number: string;
  readonly kind: 'deposit' | 'collection';
  readonly customerName: string;
  readonly plate: string;
  readonly orderNumber: string;
  readonly method: MoneyMethod;
  readonly amountFen: number;
  readonly note: string;
  readonly takenByName: string;
  readonly at: Date;
  /** The orders whose debt it paid. */
  readonly allocations: readonly { orderNumber: string; amountFen: number }[];
}

type Body = ReturnType<typeof bodyOf>;
const templates: Record<'a4' | 'roll', FormTemplate<Body>> = {
  a4: printTemplate(new URL('./receipt.typ', import.meta.url)),
  roll: printTemplate(new URL('./receipt-roll.typ', import.meta.url)),
};

/** A receipt as A4 PDF, or as a strip 80 mm wide. */
export function printReceipt(
  frame: FormFrame,
  receipt: ReceiptPaper,
  paper: 'a4' | 'roll',
): Promise<Printed> {
  const words = receiptWords[frame.locale ?? 'zh-CN'];
  const title = words.titles[receipt.kind];
  const heading = { title, number: receipt.number, formNumber: 'SK-01' };
  return printForm(templates[paper], frame, heading, bodyOf(frame, words, receipt));
}

const bodyOf = (frame: FormFrame, words: ReceiptWords, receipt: ReceiptPaper) => ({
  words,
  keep: words.notes[receipt.kind],
  customer: receipt.customerName,
  plate: receipt.plate,
  order: receipt.orderNumber,
  reason: words.reasons[receipt.kind],
  method: words.ways[receipt.method],
  takenAt: printedInstant(frame, receipt.at),
  takenBy: receipt.takenByName,
  note: receipt.note,
  amount: printedAmount(receipt.amountFen),
  inWords: amountInWords(receipt.amountFen),
  allocations: receipt.allocations.map(({ orderNumber, amountFen }) => [
    orderNumber,
    printedAmount(amountFen),
  ]),
});
