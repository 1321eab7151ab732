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
import { type PlateColour, plateParts } from '#shared/plates.ts';
import type { PackageHead } from '../contract.ts';
import { type ServiceOrderPrintWords, serviceOrderPrintWords } from './words.ts';

/** A service order as it stands on paper (WSH-04, WSH-05, WSH-08). What is missing is left to the pen. */
export interface ServiceOrderSheet {
  readonly orderNumber: string;
  readonly receivedAt?: Date;
  readonly promisedAt?: Date;
  readonly readyAt?: Date;
  readonly deliveredAt?: Date;
  /** 维修类别 in the shop's words: 小修, 二级维护, 总成修理, 专项修理. */
  readonly repairKind?: string;
  /** How and where the vehicle is handed back. */
  readonly deliveryWay?: string;
  readonly advisor?: string;
  readonly customer: {
    readonly name: string;
    readonly phone?: string;
    readonly address?: string;
    /** Who brought the vehicle, if not the customer. */
    readonly sender?: string;
  };
  readonly vehicle: {
    readonly plate?: { readonly plate: string; readonly colour: PlateColour };
    readonly vin?: string;
    readonly model?: string;
    readonly mileageInKm?: number;
    readonly mileageOutKm?: number;
    /** What is left in the tank or the battery, in eighths. */
    readonly energy?: { readonly kind: 'fuel' | 'battery'; readonly eighths?: number };
  };
  /** The customer's own words. */
  readonly request?: string;
  readonly findings: readonly { item: string; method?: string; finding?: string }[];
  readonly jobLines: readonly JobOnPaper[];
  readonly additionalItems: readonly (ItemOnPaper & {
    readonly answer: keyof ServiceOrderPrintWords['answers'];
    readonly answeredBy?: string;
    readonly answeredAt?: Date;
    /** 电话, 微信, 当面签字. */
    readonly answeredThrough?: string;
  })[];
  readonly parts: readonly {
    readonly name: string;
    readonly number?: string;
    /** 原厂件, 同质件 and 修复件 are marked apart (机动车维修管理规定 art. 30). */
    readonly origin: keyof ServiceOrderPrintWords['origins'];
    readonly quantityThousandths: number;
    readonly unit: string;
    readonly unitPriceFen: number;
    readonly amountFen: number;
  }[];
  readonly belongings?: string;
  readonly oldParts?: keyof ServiceOrderPrintWords['oldPartChoices'];
  readonly qualityChecks: readonly {
    readonly stage: CheckStage;
    readonly by?: string;
    readonly at?: Date;
    readonly passed?: boolean;
    readonly remark?: string;
  }[];
  readonly estimateFen?: number;
  readonly approvedFen?: number;
  readonly settlement?: {
    readonly labourFen: number;
    readonly partsFen: number;
    readonly otherFen: number;
    readonly discountFen: number;
    readonly totalFen: number;
  };
  /** The promised guarantee, never below 机动车维修管理规定 art. 36. */
  readonly guarantee?: { readonly mileageKm: number; readonly days: number };
  readonly precautions?: string;
}

interface ItemOnPaper {
  /** Of the first line of a package: what stands above it. */
  readonly package?: PackageHead | undefined;
  readonly work: string;
  /** Thousandths of an hour. */
  readonly standardHoursThousandths?: number;
  readonly labourFen?: number;
  readonly partsFen?: number;
  readonly payer: keyof ServiceOrderPrintWords['payers'];
}

interface JobOnPaper extends ItemOnPaper {
  readonly approvedBy?: string;
  readonly approvedAt?: Date;
}

type CheckStage = keyof ServiceOrderPrintWords['stages'];
const checkStages: readonly CheckStage[] = ['selfCheck', 'teamCheck', 'finalInspection'];

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./service-order.typ', import.meta.url));

/** The service order (任务委托书) as A4 PDF. */
export function printServiceOrder(frame: FormFrame, sheet: ServiceOrderSheet): Promise<Printed> {
  const words = serviceOrderPrintWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, number: sheet.orderNumber, formNumber: 'SO-01' };
  return printForm(template, frame, heading, bodyOf(frame, words, sheet));
}

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(frame: FormFrame, words: ServiceOrderPrintWords, sheet: ServiceOrderSheet) {
  const at = (instant: Date | undefined) => printedInstant(frame, instant);
  const { customer, vehicle, settlement, guarantee } = sheet;
  return {
    words,
    visit: {
      receivedAt: at(sheet.receivedAt),
      promisedAt: at(sheet.promisedAt),
      readyAt: at(sheet.readyAt),
      deliveredAt: at(sheet.deliveredAt),
      repairKind: sheet.repairKind ?? '',
      deliveryWay: sheet.deliveryWay ?? '',
      advisor: sheet.advisor ?? '',
    },
    customer: {
      name: customer.name,
      phone: customer.phone ?? '',
      address: customer.address ?? '',
      sender: customer.sender ?? '',
    },
    vehicle: {
      plate: vehicle.plate
        ? { ...plateParts(vehicle.plate.plate), colour: vehicle.plate.colour }
        : null,
      vin: vehicle.vin ?? '',
      model: vehicle.model ?? '',
      mileageIn: printedMileage(vehicle.mileageInKm),
      mileageOut: printedMileage(vehicle.mileageOutKm),
      energy: words[vehicle.energy?.kind ?? 'fuel'],
      eighths: vehicle.energy?.eighths ?? null,
    },
    request: sheet.request ?? '',
    findings: sheet.findings.map(({ item, method = '', finding = '' }) => [item, method, finding]),
    jobs: sheet.jobLines.map((line) => ({
      ...printedItem(words, line),
      verdict: '',
      answer: joined('\n', line.approvedBy, at(line.approvedAt)),
    })),
    additionalItems: sheet.additionalItems.map((item) => ({
      ...printedItem(words, item),
      verdict: words.answers[item.answer],
      answer: joined('\n', joined(' ', item.answeredBy, item.answeredThrough), at(item.answeredAt)),
    })),
    parts: sheet.parts.map((part) => [
      part.name,
      part.number ?? '',
      words.origins[part.origin],
      `${thousandths(part.quantityThousandths)} ${part.unit}`,
      printedAmount(part.unitPriceFen),
      printedAmount(part.amountFen),
    ]),
    belongings: sheet.belongings ?? '',
    oldParts: choicesOf(words.oldPartChoices, sheet.oldParts),
    checks: checkStages.map((stage) => {
      const check = sheet.qualityChecks.findLast((each) => each.stage === stage);
      return {
        stage: words.stages[stage],
        by: check?.by ?? '',
        at: at(check?.at),
        result: [
          [words.passed, check?.passed === true],
          [words.failed, check?.passed === false],
        ],
        remark: check?.remark ?? '',
      };
    }),
    charges: {
      estimate: printedAmount(sheet.estimateFen),
      approved: printedAmount(sheet.approvedFen),
      labour: printedAmount(settlement?.labourFen),
      parts: printedAmount(settlement?.partsFen),
      other: printedAmount(settlement?.otherFen),
      discount: printedAmount(settlement?.discountFen),
      total: printedAmount(settlement?.totalFen),
      inWords: settlement ? amountInWords(settlement.totalFen) : '',
    },
    guarantee: guarantee
      ? words.guaranteeTerm
          .replace('{km}', guarantee.mileageKm.toLocaleString('en-US'))
          .replace('{days}', String(guarantee.days))
      : '',
    precautions: sheet.precautions ?? '',
  };
}

function printedItem(words: ServiceOrderPrintWords, item: ItemOnPaper) {
  const { labourFen, partsFen } = item;
  const priced = labourFen !== undefined || partsFen !== undefined;
  return {
    head: item.package ? headText(words, item.package) : '',
    work: item.work,
    hours: thousandths(item.standardHoursThousandths),
    labour: printedAmount(labourFen),
    parts: printedAmount(partsFen),
    sum: priced ? printedAmount((labourFen ?? 0) + (partsFen ?? 0)) : '',
    payer: words.payers[item.payer],
  };
}

/** The sum before and the package price, side by side (明码标价). */
const headText = (words: ServiceOrderPrintWords, head: PackageHead) =>
  words.packageHead
    .replace('{listed}', printedAmount(head.listedFen))
    .replace('{amount}', printedAmount(head.amountFen))
    .replace('{saving}', printedAmount(head.savingFen))
    .replace('{name}', () => head.name);

/** What is known of the texts, one after another. */
const joined = (between: string, ...texts: (string | undefined)[]) =>
  texts.filter(Boolean).join(between);

/** Every choice with whether it was taken, for boxes that the pen may tick too. */
const choicesOf = (choices: Record<string, string>, chosen: string | undefined) =>
  Object.entries(choices).map(([key, text]) => [text, key === chosen]);

const thousandths = (quantity: number | undefined) =>
  quantity === undefined ? '' : String(quantity / 1000);
