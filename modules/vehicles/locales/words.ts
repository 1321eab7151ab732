const zh = {
  vehicle: '车辆',
  plate: '车牌',
};

export type VehiclesWord = keyof typeof zh;
export const vehiclesWords = {
  'zh-CN': zh,
  en: {
    vehicle: 'Vehicle',
    plate: 'Plate',
  } satisfies Record<VehiclesWord, string>,
};

const zhProblems = {
  plate_invalid: { title: '车牌有误', detail: '{hint}' },
  plate_taken: { title: '车牌已在档', detail: '本店已有车牌 {plate} 的车辆，请打开它。' },
  vin_length: { title: '车架号有误', detail: '{hint}' },
  vin_letter: { title: '车架号有误', detail: '{hint}' },
  mileage_lower: {
    title: '里程比上次低',
    detail: '上次（{lastOn}）为 {lastKm} 公里。请核对；确实如此请写明原因，如换过仪表。',
  },
  date_ahead: { title: '日期在将来', detail: '日期不能晚于今天。' },
  customer_unknown: { title: '没有这位客户', detail: '请从列表中选择客户。' },
  customer_needed: { title: '缺少客户', detail: '请填写客户姓名，或选择已在档的客户。' },
  already_known: {
    title: '已经在档',
    detail: '档案里已有相同的车牌或电话，请确认是否就是这位客户。',
  },
};
export const vehiclesProblems = {
  'zh-CN': zhProblems,
  en: {
    plate_invalid: { title: 'Plate', detail: '{hintEn}' },
    plate_taken: {
      title: 'Plate on file',
      detail: 'A vehicle with the plate {plate} is on file here. Open that one.',
    },
    vin_length: { title: 'VIN', detail: '{hintEn}' },
    vin_letter: { title: 'VIN', detail: '{hintEn}' },
    mileage_lower: {
      title: 'Lower than last time',
      detail:
        'It was {lastKm} km on {lastOn}. Check it; if it is right, say why (a new instrument).',
    },
    date_ahead: { title: 'In the future', detail: 'The date cannot be after today.' },
    customer_unknown: { title: 'No such customer', detail: 'Choose a customer from the list.' },
    customer_needed: {
      title: 'Customer missing',
      detail: 'Enter the customer’s name, or choose one on file.',
    },
    already_known: {
      title: 'On file already',
      detail: 'The same plate or phone is on file. Is it this customer?',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
