import { plainText } from '#shared/hint.ts';
import type { KindOfList } from '../kinds.ts';
import type { TidyRow } from '../verdict.ts';
import { isEmpty } from './missing.ts';

/** The list of jobs and parts with what they cost (WSH-12): by code an item is the same one. */
export const prices: KindOfList = {
  fields: [
    'itemKind',
    'itemCode',
    'itemName',
    'model',
    'standardHours',
    'hoursSource',
    'workGrade',
    'rateGrade',
    'priceFen',
    'measure',
    'origin',
    'guaranteeDays',
    'guaranteeKm',
    'validFrom',
    'shop',
  ],
  noteWhatIsMissing: (row) => {
    const { values, faults, warnings } = row;
    const lack = (code: (typeof faults)[number]['code'], field: 'itemCode' | 'priceFen') =>
      faults.push({ code, field, text: '' });
    if (isEmpty(row, 'itemCode')) lack('price_code_missing', 'itemCode');
    if (isEmpty(row, 'itemName'))
      faults.push({ code: 'price_name_missing', field: 'itemName', text: '' });
    sayKind(row);
    if (values.itemKind === 'part') noteOfParts(row);
    else if (isEmpty(row, 'standardHours') && isEmpty(row, 'priceFen'))
      lack('price_missing', 'priceFen');
    else {
      // A fixed price needs no hours; where there are hours, it is published whose they are.
      values.standardHours ??= 0;
      if (isEmpty(row, 'hoursSource')) {
        values.hoursSource = 'shop';
        warnings.push({ code: 'hours_source_assumed', field: 'hoursSource', text: '' });
      }
    }
    if (values.model !== null && plainText(values.model).length > 60)
      faults.push({ code: 'price_text_long', field: 'model', text: values.model });
  },
  findsOwners: false,
  isOfPeople: false,
  needs: 'prices.change',
  kept: {
    at: '/prices',
    shown: ['itemName', 'itemCode', 'priceFen', 'standardHours'],
    twice: 'price_twice',
    sums: [],
  },
};

/** A list of one kind does not say so: what has hours is a job, what has none a part. */
function sayKind(row: TidyRow): void {
  if (!isEmpty(row, 'itemKind') || row.values.itemKind !== null) return;
  row.values.itemKind = isEmpty(row, 'standardHours') ? 'part' : 'job';
}

function noteOfParts(row: TidyRow): void {
  const { values, faults } = row;
  if (isEmpty(row, 'priceFen')) faults.push({ code: 'price_missing', field: 'priceFen', text: '' });
  // 机动车维修管理规定 art. 30: original, equivalent and repaired parts are marked apart.
  if (isEmpty(row, 'origin')) faults.push({ code: 'origin_missing', field: 'origin', text: '' });
  // A part fits models, but is the same part: its code alone tells it from others.
  values.model = null;
  if (values.standardHours)
    faults.push({ code: 'price_not_of_kind', field: 'standardHours', text: '' });
  values.standardHours = null;
  values.hoursSource = null;
  values.workGrade = null;
  values.rateGrade = null;
}
