import type {
  JobLine,
  PackageHead,
  PaidBy,
  Part,
  ServiceOrder,
} from '#modules/service-orders/contract.ts';
import {
  type FormFrame,
  type FormTemplate,
  printedAmount,
  printedInstant,
  printedMileage,
  printForm,
} from '#platform/print/form.ts';
import { printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { amountInWords } from '#shared/amount-in-words.ts';
import { sumFen } from '#shared/money.ts';
import { plateParts } from '#shared/plates.ts';
import { type SettlementWords, settlementWords } from './words-settlement.ts';

/** Material as it is charged; what a job charges beyond its parts has its amount alone. */
export interface Material extends Partial<Omit<Part, 'name'>> {
  readonly name: string;
  readonly amountFen: number;
}

/** 机动车维修费用结算清单 (JT/T 1133): labour and material itemised apart, given before payment. */
export interface SettlementList {
  readonly number: string;
  readonly isPaid: boolean;
  readonly customerName: string;
  readonly plate: string;
  readonly plateColour: ServiceOrder['plateColour'];
  readonly vin: string;
  readonly model: string;
  readonly advisorName: string;
  readonly receivedAt: Date;
  readonly settledAt?: Date;
  readonly mileageKm: number;
  readonly mileageOutKm?: number;
  readonly grade?: keyof SettlementWords['grades'];
  readonly customerWords: string;
  readonly oldParts: keyof SettlementWords['oldPartChoices'];
  readonly jobs: readonly (Pick<
    JobLine,
    'description' | 'standardMinutes' | 'labourFen' | 'payer'
  > & { package?: PackageHead | undefined })[];
  readonly materials: readonly Material[];
  readonly labourFen: number;
  readonly partsFen: number;
  readonly discountFen: number;
  readonly totalFen: number;
  readonly payments: readonly { method: PaidBy; amountFen: number }[];
  readonly depositFen: number;
  readonly certificate: {
    number: string;
    km: number;
    days: number;
    inspectorName: string;
  } | null;
}

type Body = ReturnType<typeof bodyOf>;
const templates: Record<'a4' | 'roll', FormTemplate<Body>> = {
  a4: printTemplate(new URL('./settlement-list.typ', import.meta.url)),
  roll: printTemplate(new URL('./settlement-roll.typ', import.meta.url)),
};

/** The settlement list as A4 PDF, or as a strip 80 mm wide. */
export function printSettlement(
  frame: FormFrame,
  list: SettlementList,
  paper: 'a4' | 'roll',
): Promise<Printed> {
  const words = settlementWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, number: list.number, formNumber: 'JS-01' };
  return printForm(templates[paper], frame, heading, bodyOf(frame, words, list));
}

function bodyOf(frame: FormFrame, words: SettlementWords, list: SettlementList) {
  const at = (instant: Date | undefined) => printedInstant(frame, instant);
  const { certificate } = list;
  return {
    words,
    standing: list.isPaid ? words.paid : words.beforePayment,
    customer: list.customerName,
    plate: list.plate ? { ...plateParts(list.plate), colour: list.plateColour } : null,
    plateText: list.plate,
    vin: list.vin,
    model: list.model,
    advisor: list.advisorName,
    receivedAt: at(list.receivedAt),
    settledAt: at(list.settledAt),
    mileageIn: printedMileage(list.mileageKm),
    mileageOut: printedMileage(list.mileageOutKm),
    grade: list.grade ? words.grades[list.grade] : '',
    request: list.customerWords,
    jobs: list.jobs.map(({ description, standardMinutes, labourFen, payer, package: head }) => [
      description,
      standardMinutes > 0 ? String(Math.round((standardMinutes * 100) / 60) / 100) : '',
      payer === 'customer' ? printedAmount(labourFen) : words.payers[payer],
      head ? headText(words, head) : '',
    ]),
    materials: list.materials.map(materialOf(words)),
    labour: printedAmount(list.labourFen),
    material: printedAmount(list.partsFen),
    other: printedAmount(0),
    discount: printedAmount(list.discountFen),
    total: printedAmount(list.totalFen),
    inWords: amountInWords(list.totalFen),
    payments: paidWays(words, list),
    paidBy: paidWays(words, list)
      .map((way) => way.join(' '))
      .join('；'),
    deposit: list.depositFen > 0 ? printedAmount(list.depositFen) : '',
    oldParts: words.oldPartChoices[list.oldParts],
    certificate: certificate?.number ?? '',
    inspector: certificate?.inspectorName ?? '',
    guarantee: certificate
      ? words.guaranteeTerm
          .replace('{km}', certificate.km.toLocaleString('en-US'))
          .replace('{days}', String(certificate.days))
      : '',
  };
}

/** The sum before and the package price, labour and material together (明码标价). */
const headText = (words: SettlementWords, head: PackageHead) =>
  words.packageHead
    .replace('{listed}', printedAmount(head.listedFen))
    .replace('{amount}', printedAmount(head.amountFen))
    .replace('{saving}', printedAmount(head.savingFen))
    .replace('{name}', () => head.name);

const materialOf =
  (words: SettlementWords) =>
  ({ name, number, origin, quantityThousandths, unit, unitFen, amountFen }: Material) => [
    unitFen === undefined ? words.materialOf.replace('{job}', name) : name,
    number ?? '',
    origin ? words.origins[origin] : '',
    quantityThousandths === undefined ? '' : `${quantityThousandths / 1000} ${unit ?? ''}`.trim(),
    printedAmount(unitFen),
    printedAmount(amountFen),
  ];

/** Each way once, with what it came to after what was taken back. */
function paidWays(words: SettlementWords, { payments }: SettlementList): string[][] {
  const ways = [...new Set(payments.map(({ method }) => method))];
  return ways.flatMap((way) => {
    const own = payments.filter(({ method }) => method === way);
    const fen = sumFen(own.map(({ amountFen }) => amountFen));
    return fen === 0 ? [] : [[words.ways[way], printedAmount(fen)]];
  });
}
