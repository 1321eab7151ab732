import { type FormFrame, type FormTemplate, printForm } from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { amountInWords } from '#shared/amount-in-words.ts';
import { formatFen, sumFen } from '#shared/money.ts';
import { statementWords } from './words-statement.ts';

/** 对账单: what a customer owed at the beginning, what came to it and what he paid. */
export interface StatementSheet {
  readonly customerName: string;
  readonly from: string;
  readonly until: string;
  readonly openingFen: number;
  readonly closingFen: number;
  readonly entries: readonly {
    readonly on: string;
    readonly kind: 'onAccount' | 'paid';
    readonly number: string;
    readonly orderNumber: string;
    readonly plate: string;
    readonly amountFen: number;
  }[];
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./statement.typ', import.meta.url));

/** A customer's statement as A4 PDF, for both seals. */
export function printStatement(frame: FormFrame, sheet: StatementSheet): Promise<Printed> {
  const words = statementWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, formNumber: 'DZ-01' };
  return printForm(template, frame, heading, bodyOf(frame, sheet));
}

function bodyOf(frame: FormFrame, sheet: StatementSheet) {
  const words = statementWords[frame.locale ?? 'zh-CN'];
  const sums = { onAccount: 0, paid: 0 };
  let balance = sheet.openingFen;
  const entries = sheet.entries.map(({ on, kind, number, orderNumber, plate, amountFen }) => {
    balance = sumFen([balance, amountFen]);
    sums[kind] = sumFen([sums[kind], Math.abs(amountFen)]);
    const what = kind === 'paid' ? `${words.paidFor} ${number}` : words.leftOn;
    const amount = formatFen(Math.abs(amountFen));
    return [
      on,
      what,
      orderNumber,
      plate,
      kind === 'onAccount' ? amount : '',
      kind === 'paid' ? amount : '',
      formatFen(balance),
    ];
  });
  return {
    words,
    customer: sheet.customerName,
    period: `${sheet.from} — ${sheet.until}`,
    entries: [
      [sheet.from, words.opening, '', '', '', '', formatFen(sheet.openingFen)],
      ...entries,
      [
        sheet.until,
        words.closing,
        '',
        '',
        formatFen(sums.onAccount),
        formatFen(sums.paid),
        formatFen(sheet.closingFen),
      ],
    ],
    closing: `¥${formatFen(sheet.closingFen)}`,
    inWords: sheet.closingFen >= 0 ? amountInWords(sheet.closingFen) : '',
  };
}
