import { exportList } from '#platform/exported-lists.ts';
import { jobPackageRoutes, priceRoutes } from '../contract.ts';
import { priceValueWords, type ValueWord } from '../locales/values.ts';
import { priceWords } from '../locales/words.ts';
import { packageWords } from '../locales/words-packages.ts';

exportList({
  route: jobPackageRoutes.list,
  title: 'packages',
  words: {
    'zh-CN': { ...priceWords['zh-CN'], ...packageWords['zh-CN'] },
    en: { ...priceWords.en, ...packageWords.en },
  },
  columns: [
    { key: 'code', word: 'itemCode', width: 18, of: (row) => row.code },
    { key: 'name', word: 'packageName', width: 32, of: (row) => row.name },
    { key: 'model', word: 'model', width: 18, of: (row) => row.model },
    {
      key: 'lines',
      word: 'contents',
      width: 60,
      of: ({ lines }) =>
        lines
          .map(
            ({ code, name, quantityThousandths }) =>
              `${code} ${name} × ${quantityThousandths / 1000}`,
          )
          .join('；'),
    },
    { key: 'sum', word: 'listSum', kind: 'money', of: (row) => row.sumFen },
    { key: 'amount', word: 'packagePrice', kind: 'money', of: (row) => row.amountFen },
    { key: 'from', word: 'validFrom', kind: 'date', width: 14, of: (row) => row.validFrom },
    { key: 'until', word: 'validUntil', kind: 'date', width: 14, of: (row) => row.validUntil },
    { key: 'of', word: 'editionOf', width: 18, of: (row) => row.orgUnitName },
  ],
});

/** Its headings are read again by the import of price lists: taken out, changed in a spreadsheet, brought in. */
exportList({
  route: priceRoutes.list,
  title: 'prices',
  words: {
    'zh-CN': { ...priceWords['zh-CN'], ...priceValueWords['zh-CN'] },
    en: { ...priceWords.en, ...priceValueWords.en },
  },
  columns: [
    { key: 'kind', word: 'itemKind', of: (row, say) => say(`kind_${row.kind}`) },
    { key: 'code', word: 'itemCode', width: 18, of: (row) => row.code },
    { key: 'name', word: 'itemName', width: 32, of: (row) => row.name },
    { key: 'model', word: 'model', width: 18, of: (row) => row.model },
    {
      key: 'hours',
      word: 'standardHours',
      kind: 'number',
      of: ({ standardHours }) => (standardHours === null ? null : standardHours / 100),
    },
    {
      key: 'source',
      word: 'hoursSource',
      of: ({ hoursSource }, say) => (hoursSource ? say(`source_${hoursSource}`) : ''),
    },
    {
      key: 'work',
      word: 'workGrade',
      of: ({ workGrade }, say) => say(`work_${workGrade}` satisfies ValueWord),
    },
    { key: 'rateGrade', word: 'rateGrade', of: (row) => row.rateGrade },
    { key: 'price', word: 'priceFen', kind: 'money', of: (row) => row.priceFen },
    { key: 'amount', word: 'amount', kind: 'money', of: (row) => row.amountFen },
    { key: 'measure', word: 'measure', of: (row) => row.measure },
    {
      key: 'origin',
      word: 'origin',
      of: ({ origin }, say) => (origin ? say(`origin_${origin}`) : ''),
    },
    { key: 'days', word: 'guaranteeDays', kind: 'number', of: (row) => row.guaranteeDays },
    { key: 'km', word: 'guaranteeKm', kind: 'number', of: (row) => row.guaranteeKm },
    { key: 'from', word: 'validFrom', kind: 'date', width: 14, of: (row) => row.validFrom },
    { key: 'of', word: 'editionOf', width: 18, of: (row) => row.orgUnitName },
  ],
});
