import {
  type FormFrame,
  type FormTemplate,
  formData,
  printedInstant,
  printedMileage,
} from '#platform/print/form.ts';
import { printDocument, printTemplate } from '#platform/print/print.ts';
import type { Printed } from '#platform/print/printer.ts';
import { type PlateColour, plateParts } from '#shared/plates.ts';
import { type CarView, drawingSvg } from '../contract-drawing.ts';
import { type CheckInPrintWords, checkInPrintWords } from './words.ts';

/** A picture as the files module keeps it: JPEG. */
interface Picture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** The repair request form (报修单) and the list of accessories (附件交接清单, WSH-04), everything in the reader's words. */
export interface CheckInSheet {
  readonly number?: string;
  readonly receivedAt: Date;
  readonly promisedAt?: Date;
  readonly signedAt?: Date;
  readonly advisor: string;
  readonly customer: string;
  readonly phone: string;
  readonly sender: string;
  readonly arrival: string;
  readonly plate: { readonly plate: string; readonly colour: PlateColour };
  readonly model: string;
  readonly vin: string;
  readonly mileageKm?: number;
  readonly fuelEighths?: number;
  readonly request: string;
  readonly services: readonly string[];
  readonly marks: readonly {
    number: number;
    view: CarView;
    x: number;
    y: number;
    damage: string;
    note: string;
  }[];
  readonly lamps: readonly string[];
  readonly valuables: string;
  readonly accessories: readonly { item: string; count: number; state: string }[];
  readonly photos: readonly { picture: Picture; caption: string }[];
  /** Photos that are not on the paper. */
  readonly photosMore: number;
  readonly corrections: readonly string[];
  readonly signature?: Picture;
  readonly accessorySignature?: Picture;
}

type Body = ReturnType<typeof bodyOf>;
const template: FormTemplate<Body> = printTemplate(new URL('./check-in.typ', import.meta.url));

/** Both papers in two copies, the customer's and the shop's, as A4 PDF. */
export function printCheckIn(frame: FormFrame, sheet: CheckInSheet): Promise<Printed> {
  const words = checkInPrintWords[frame.locale ?? 'zh-CN'];
  const heading = { title: words.title, number: sheet.number, formNumber: 'CI-01' };
  const { data, images } = formData(frame, heading, bodyOf(frame, words, sheet));
  const photos = sheet.photos.map(({ picture }, at) => [`photo${at}`, pictureSvg(picture)]);
  const drawn = {
    ...images,
    drawing: drawingSvg(sheet.marks),
    ...Object.fromEntries(photos),
    ...(sheet.signature && { signature: pictureSvg(sheet.signature) }),
    ...(sheet.accessorySignature && { accessorySignature: pictureSvg(sheet.accessorySignature) }),
  };
  return printDocument(template, data, drawn, frame.withPicture);
}

/** Typst takes its pictures as text: a JPEG goes within an SVG. */
const pictureSvg = ({ bytes, width, height }: Picture) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><image width="${width}" height="${height}" href="data:image/jpeg;base64,${bytes.toString('base64')}"/></svg>`;

/** Everything as it is to be read: the template arranges and decides nothing. */
function bodyOf(frame: FormFrame, words: CheckInPrintWords, sheet: CheckInSheet) {
  const at = (instant: Date | undefined) => printedInstant(frame, instant);
  const { photosMore } = sheet;
  return {
    words,
    receivedAt: at(sheet.receivedAt),
    promisedAt: at(sheet.promisedAt),
    signedOn: at(sheet.signedAt),
    advisor: sheet.advisor,
    customer: sheet.customer,
    phone: sheet.phone,
    sender: sheet.sender,
    arrival: sheet.arrival,
    plate: { ...plateParts(sheet.plate.plate), colour: sheet.plate.colour },
    model: sheet.model,
    vin: sheet.vin,
    mileage: printedMileage(sheet.mileageKm),
    eighths: sheet.fuelEighths ?? null,
    request: sheet.request,
    services: sheet.services,
    marks: sheet.marks.map(({ number, view, damage, note }) => [
      String(number),
      words[`side_${view}`],
      damage,
      note,
    ]),
    lamps: sheet.lamps.length > 0 ? sheet.lamps.join('、') : words.noLamps,
    valuables: sheet.valuables,
    accessories: sheet.accessories.map(({ item, count, state }, index) => [
      String(index + 1),
      item,
      String(count),
      state,
    ]),
    photos: sheet.photos.map(({ caption }, index) => ({ name: `photo${index}`, caption })),
    photosMore: photosMore > 0 ? words.photosMore.replace('{count}', String(photosMore)) : null,
    corrections: sheet.corrections,
    signature: sheet.signature ? 'signature' : null,
    accessorySignature: sheet.accessorySignature ? 'accessorySignature' : null,
  };
}
