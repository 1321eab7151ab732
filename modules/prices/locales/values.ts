const zh = {
  kind_job: '工时项目',
  kind_part: '配件',
  source_maker: '生产厂家',
  source_industry: '行业标准',
  source_shop: '企业备案',
  origin_original: '原厂',
  origin_equivalent: '同质',
  origin_repaired: '修复',
  work_overhaul: '整车修理',
  work_assembly: '总成修理',
  work_secondary: '二级维护',
  work_primary: '一级维护',
  work_minor: '小修',
  work_special: '专项修理',
  work_: '',
};
export type ValueWord = keyof typeof zh;

/** What is one of a few, in words: on the screen, on paper, in a workbook and back out of it. */
export const priceValueWords: Readonly<
  Record<'zh-CN' | 'en', Readonly<Record<ValueWord, string>>>
> = {
  'zh-CN': zh,
  en: {
    kind_job: 'Job',
    kind_part: 'Part',
    source_maker: 'maker',
    source_industry: 'industry',
    source_shop: 'filed by the shop',
    origin_original: 'original',
    origin_equivalent: 'equivalent',
    origin_repaired: 'repaired',
    work_overhaul: 'Overhaul',
    work_assembly: 'Assembly repair',
    work_secondary: 'Second-grade upkeep',
    work_primary: 'First-grade upkeep',
    work_minor: 'Minor repair',
    work_special: 'Special repair',
    work_: '',
  },
};

/** Hundredths of an hour as one says them: `150` is `1.5`. */
export const hoursText = (hundredths: number): string => String(hundredths / 100);

/** What stands in a package, with how many of it where that is not one. */
export const contentText = (line: {
  name: string;
  quantityThousandths: number;
  measure: string;
}): string =>
  line.quantityThousandths === 1000
    ? line.name
    : `${line.name} ×${line.quantityThousandths / 1000}${line.measure}`;
