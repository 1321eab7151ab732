/**
 * Number plates after GA 36 with the marks of GA 36.1 for new-energy cars. The letters A-E
 * (electric) and F-K (other new energy) extend the D and F of the launch; the official text of the
 * extension was not at hand, the pattern follows what is issued since 2021.
 */
import { type Hint, hint, plainText } from './hint.ts';

export type PlateColour = 'blue' | 'green' | 'yellow' | 'yellowGreen' | 'white' | 'black';
export type PlateType =
  | 'ordinary'
  | 'newEnergySmall'
  | 'newEnergyLarge'
  | 'trailer'
  | 'learner'
  | 'police'
  | 'hongKongMacao'
  | 'embassy'
  | 'consulate'
  | 'emergency'
  | 'military'
  | 'armedPolice';

export interface ReadPlate {
  readonly kind: 'plate';
  /** Upper-case, half-width, without dot, space or dash: the form that is stored and compared. */
  readonly plate: string;
  readonly type: PlateType;
  /** Large vehicles carry ordinary plates on yellow: their colour cannot be read from the text. */
  readonly colour: PlateColour;
  /** Accepted, yet worth a second look. */
  readonly hint?: Hint;
}

export interface FaultyPlate {
  readonly kind: 'faulty';
  readonly code: 'plate_invalid';
  readonly hint: Hint;
  /** The plate that was probably meant. */
  readonly suggestion?: string;
}

/** The characters that a plate can begin with. */
export const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';
const province = `[${provinces}]`;
/** The serial of a plate never uses I or O. */
const sign = '[A-HJ-NP-Z0-9]';
/** The authority letter O belonged to the police of old; no private car carries it today. */
const authority = '[A-HJ-NP-Z]';

interface PlateKind {
  readonly type: PlateType;
  readonly colour: PlateColour;
  readonly pattern: RegExp;
}

/** In order of trial: `京AD1234` is ordinary because new-energy plates have one character more. */
const plateKinds: readonly PlateKind[] = [
  plateKind('ordinary', 'blue', `${province}${authority}${sign}{5}`),
  plateKind('newEnergySmall', 'green', `${province}${authority}[A-HJK]${sign}[0-9]{4}`),
  plateKind('newEnergyLarge', 'yellowGreen', `${province}${authority}[0-9]{5}[A-HJK]`),
  plateKind('trailer', 'yellow', `${province}${authority}${sign}{4}挂`),
  plateKind('learner', 'yellow', `${province}${authority}${sign}{4}学`),
  plateKind('police', 'white', `${province}[A-HJ-Z]${sign}{4}警`),
  plateKind('hongKongMacao', 'black', `粤Z${sign}{4}[港澳]`),
  plateKind('embassy', 'black', '使[0-9]{6}|[0-9]{6}使'),
  plateKind('consulate', 'black', `${province}${authority}[0-9]{4}领`),
  plateKind('emergency', 'white', `${province}[XS][0-9]{4}应急`),
  plateKind('armedPolice', 'white', `WJ${province}?[0-9]{4}[0-9TDSHBXJ]`),
  plateKind('military', 'white', '[VKHBSLJNGCEZ][A-DJ-PR-TVY][0-9]{5}'),
];

/** Reads a plate as people type it: `京A·12345`, `京a 12345`, full-width characters. */
export function readPlate(typed: string): ReadPlate | FaultyPlate {
  const plate = normalisePlate(typed);
  const found = plateKinds.find((each) => each.pattern.test(plate));
  if (!found) return faultyPlate(plate);
  const { type, colour } = found;
  if (type !== 'military') return { kind: 'plate', plate, type, colour };
  return { kind: 'plate', plate, type, colour, hint: militaryHint };
}

/** The stored form of what was typed, whether or not it is a plate. */
export function normalisePlate(typed: string): string {
  return plainText(typed)
    .toUpperCase()
    .replace(/[\s·•・‧∙.\-‐-―_]/g, '');
}

/** The two groups of a plate as they stand on the metal: `京A` and `12345`. */
export function plateParts(plate: string): { authority: string; serial: string } {
  const [, head = '', serial = ''] = /^(使|\d{3}(?=\d{3}使)|WJ[^0-9]?|..)(.*)$/u.exec(plate) ?? [];
  return head ? { authority: head, serial } : { authority: plate, serial: '' };
}

/** For those who need not know it: `粤B**345`, `粤B***345`; enough to know the car at the kerb by. */
export function maskPlate(plate: string): string {
  const { authority: head, serial } = plateParts(plate);
  const signs = [...serial];
  const open = signs.length >= 5 ? 3 : Math.max(0, signs.length - 2);
  if (serial === '') return '*'.repeat(plate.length);
  return `${head}${'*'.repeat(signs.length - open)}${signs.slice(signs.length - open).join('')}`;
}

function plateKind(type: PlateType, colour: PlateColour, pattern: string): PlateKind {
  return { type, colour, pattern: new RegExp(`^(?:${pattern})$`) };
}

const militaryHint = hint(
  '按军车号牌识别；如果漏了省份汉字，请补上。',
  'Read as a military plate; add the province character if it was left out.',
);

interface Complaint {
  readonly applies: (plate: string, serial: string) => boolean;
  readonly hint: (plate: string, serial: string) => Hint;
}

/** The first that applies is said. */
const complaints: readonly Complaint[] = [
  {
    applies: (plate) => plate === '',
    hint: () => hint('请输入号牌。', 'Enter the plate.'),
  },
  {
    applies: (plate) => !provinces.includes(plate[0] ?? '') && !plate.includes('使'),
    hint: () =>
      hint(
        '号牌以省份简称开头，如“京”“粤”。',
        'A plate begins with a province character such as 京.',
      ),
  },
  {
    applies: (plate) => plate.includes('使'),
    hint: () => hint('使馆号牌是“使”字加 6 位数字。', 'An embassy plate is 使 with six digits.'),
  },
  {
    applies: (plate) => /^.[^A-HJ-NP-Z]/u.test(plate),
    hint: (plate) =>
      hint(
        `省份后应为发证机关字母（无 I、O），现为“${plate[1]}”。`,
        `The province is followed by a letter (never I or O), not by "${plate[1]}".`,
      ),
  },
  {
    applies: (_plate, serial) => /[IO]/.test(serial),
    hint: (_plate, serial) =>
      serial.includes('O')
        ? hint(
            '字母 O 不会出现在号牌序号里，是否为数字 0？',
            'The letter O is never used in a plate: is it the digit 0?',
          )
        : hint(
            '字母 I 不会出现在号牌序号里，是否为数字 1？',
            'The letter I is never used in a plate: is it the digit 1?',
          ),
  },
  {
    applies: (_plate, serial) => /[港澳]$/.test(serial),
    hint: () => hint('港澳入境车号牌以“粤Z”开头。', 'Plates ending in 港 or 澳 begin with 粤Z.'),
  },
  {
    applies: (_plate, serial) => /[^A-Z0-9挂学警领应急]/u.test(serial),
    hint: () =>
      hint('号牌里有不该出现的字符。', 'The plate holds a character that plates do not use.'),
  },
  {
    applies: (_plate, serial) => serial.length === 6,
    hint: () =>
      hint(
        '8 位号牌是新能源号牌：小型车序号首位为字母 A–K、末四位为数字，大型车为五位数字加字母。',
        'Eight characters are a new-energy plate: a letter A–K first and four digits last, or five digits and a letter.',
      ),
  },
  {
    applies: () => true,
    hint: (_plate, serial) =>
      hint(
        `号牌序号应为 5 位（新能源 6 位），现为 ${serial.length} 位。`,
        `The part after the letter has 5 characters (new energy 6), not ${serial.length}.`,
      ),
  },
];

function faultyPlate(plate: string): FaultyPlate {
  const serial = plate.slice(2);
  const complaint = complaints.find((each) => each.applies(plate, serial))!;
  const meant = plate.slice(0, 2) + serial.replaceAll('O', '0').replaceAll('I', '1');
  const suggestion = meant !== plate && plateKinds.some((each) => each.pattern.test(meant));
  const fault = {
    kind: 'faulty',
    code: 'plate_invalid',
    hint: complaint.hint(plate, serial),
  } as const;
  return suggestion ? { ...fault, suggestion: meant } : fault;
}
