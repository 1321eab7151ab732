import { keptRelationWords } from './kept-kind-words.ts';

const zhRelations = {
  second_vehicle_of: '同一客户的另一辆车',
  duplicate_row: '同一客户、同一辆车',
  same_vehicle_other_customer: '同一辆车，客户不同',
  same_vin_other_plate: '车架号相同，车牌号不同',
  same_plate_other_vin: '车牌号相同，车架号不同',
  same_phone_other_name: '电话相同，姓名不同',
  employee_twice: '表中重复的人',
  employee_on_file: '名册中已有的人',
  ...keptRelationWords['zh-CN'],
};

/** What two records are to each other, in general. */
export const relationWords = {
  'zh-CN': zhRelations,
  en: {
    second_vehicle_of: 'Another vehicle of a customer',
    duplicate_row: 'Same customer, same vehicle',
    same_vehicle_other_customer: 'Same vehicle, other customer',
    same_vin_other_plate: 'Same VIN, other plate',
    same_plate_other_vin: 'Same plate, other VIN',
    same_phone_other_name: 'Same phone, other name',
    employee_twice: 'Twice in the list',
    employee_on_file: 'On file already',
    ...keptRelationWords.en,
  } satisfies Record<keyof typeof zhRelations, string>,
};
