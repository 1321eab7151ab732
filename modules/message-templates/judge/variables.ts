/** Why a variable has nothing to say; its words are in `locales/words.ts`. */
export const gapReasons = [
  'no_vehicle',
  'several_vehicles',
  'no_plate',
  'no_model',
  'no_shop_phone',
  'no_advisor',
  'no_appointment',
  'no_order',
  'no_promise',
  'no_amount',
  'no_next_service',
  'no_link',
  'no_such_variable',
] as const;
export type GapReason = (typeof gapReasons)[number];

/** What may stand in a template: between braces, by its Chinese or its English word (CAR-05). */
export const variables = {
  salutation: { zh: '称呼', en: 'salutation', sample: '王丽女士' },
  name: { zh: '姓名', en: 'name', sample: '王丽' },
  plate: { zh: '车牌', en: 'plate', sample: '粤A12345' },
  model: { zh: '车型', en: 'model', sample: '朗逸' },
  shop: { zh: '门店', en: 'shop', sample: '景明汽修' },
  shopPhone: { zh: '门店电话', en: 'shop phone', sample: '0755-12345678' },
  advisor: { zh: '服务顾问', en: 'advisor', sample: '李明' },
  appointment: { zh: '预约时间', en: 'appointment', sample: '11月28日 09:30' },
  order: { zh: '工单号', en: 'order', sample: 'R261121001' },
  promise: { zh: '约定交车时间', en: 'promised time', sample: '11月28日 17:00' },
  amount: { zh: '金额', en: 'amount', sample: '680.00元' },
  nextService: { zh: '下次保养', en: 'next service', sample: '2027年5月21日' },
  link: { zh: '链接', en: 'link', sample: 'https://…' },
} as const;
export type Variable = keyof typeof variables;
export const variableKeys = Object.keys(variables) as Variable[];

const byWord = new Map(
  variableKeys.flatMap((key): [string, Variable][] => [
    [variables[key].zh, key],
    [variables[key].en, key],
    [key, key],
  ]),
);
const inBraces = /\{([^{}\n]{1,24})\}/g;

/** What stands for a variable, or why nothing does. */
export type Value = { text: string } | { gap: GapReason };
export type Values = Partial<Record<Variable, Value>>;

/** Which variables a text names, each once, in its order; words in braces that are none come as `undefined`. */
export function namedIn(text: string): { word: string; key: Variable | undefined }[] {
  const words = [...text.matchAll(inBraces)].map(([, word]) => word!.trim());
  return [...new Set(words)].map((word) => ({ word, key: byWord.get(word) }));
}

export interface Filled {
  text: string;
  /** What could not be filled: it stands in the text as it was written. */
  gaps: { word: string; why: GapReason }[];
  values: [Variable, string][];
}

/** Puts what is on file into a text. With a gap the text may not leave the house. */
export function fill(text: string, values: Values): Filled {
  const named = namedIn(text).map(({ word, key }) => {
    const value: Value =
      key === undefined ? { gap: 'no_such_variable' } : (values[key] ?? { gap: 'no_link' });
    return { word, key, value };
  });
  const gaps = named.flatMap(({ word, value }) => ('gap' in value ? { word, why: value.gap } : []));
  const known = new Map(named.map(({ word, value }) => [word, value]));
  const put = (whole: string, word: string) => {
    const value = known.get(word.trim());
    return value && 'text' in value ? value.text : whole;
  };
  return {
    text: text.replace(inBraces, put),
    gaps,
    values: named.flatMap(({ key, value }): [Variable, string][] =>
      key !== undefined && 'text' in value ? [[key, value.text]] : [],
    ),
  };
}
