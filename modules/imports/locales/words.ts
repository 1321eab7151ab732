export { importProblems } from './problems.ts';

const zh = {
  serialNo: '序号',
  customerName: '客户姓名',
  phone: '电话',
  address: '地址',
  plate: '车牌号',
  vin: '车架号',
  model: '车型',
  vehicleType: '车种',
  lastVisitOn: '上次进厂日期',
  nextMaintenanceOn: '下次保养日期',
  mileageKm: '里程（公里）',
  maintenanceItems: '保养项目',
  intervalMonths: '保养周期（月）',
  intervalKm: '保养周期（公里）',
  wishes: '希望得到的服务',
  history: '维修记录',
  firstRegisteredOn: '初次登记日期',
  insuranceUntil: '保险到期日',
  remark: '备注',

  rowNumber: '行号',
  conclusion: '结论',
  reason: '原因',
  advice: '建议',
  accepted: '可导入',
  acceptedWithWarning: '可导入，有提醒',
  held: '待处理',
  heldRows: '待处理的行',
  allRows: '全部行',
  changeTo: '可改为：{suggestion}',
};

/** Field names and the columns that a returned list gets. */
export const importWords = {
  'zh-CN': zh,
  en: {
    serialNo: 'No.',
    customerName: 'Customer',
    phone: 'Phone',
    address: 'Address',
    plate: 'Plate',
    vin: 'VIN',
    model: 'Model',
    vehicleType: 'Vehicle type',
    lastVisitOn: 'Last visit',
    nextMaintenanceOn: 'Next maintenance',
    mileageKm: 'Mileage (km)',
    maintenanceItems: 'Maintenance items',
    intervalMonths: 'Interval (months)',
    intervalKm: 'Interval (km)',
    wishes: 'Services wished for',
    history: 'Repair history',
    firstRegisteredOn: 'First registered',
    insuranceUntil: 'Insured until',
    remark: 'Remark',

    rowNumber: 'Row',
    conclusion: 'Conclusion',
    reason: 'Reason',
    advice: 'Advice',
    accepted: 'Can be imported',
    acceptedWithWarning: 'Can be imported, please note',
    held: 'Held back',
    heldRows: 'Rows held back',
    allRows: 'All rows',
    changeTo: 'Could be: {suggestion}',
  } satisfies Record<keyof typeof zh, string>,
};

const zhReasons = {
  name_missing: '没有客户姓名',
  phone_invalid: '电话号码不对',
  plate_invalid: '车牌号不对',
  vin_length: '车架号位数不对',
  vin_letter: '车架号里有不允许的字符',
  date_invalid: '日期不存在或看不懂',
  date_future: '进厂日期晚于今天',
  mileage_negative: '里程是负数',
  mileage_text: '里程不是数字',
  mileage_too_large: '里程大得不合理',
  vehicle_unnamed: '没有车牌号，也没有车架号',
  owner_ambiguous: '档案中有几位同名的客户',

  vin_check_digit: '车架号校验位不符',
  phone_missing: '没有电话',
  vehicle_missing: '没有车牌号和车架号',
  interval_unreadable: '保养周期看不懂，未导入',

  phone_separators: '电话里的空格和横线已去掉',
  phone_fullwidth: '电话的全角数字已改为半角',
  phone_numeric: '电话由数值改为文本',
  plate_dot_case: '车牌号已改为大写并去掉圆点',
  vin_case_space: '车架号已改为大写并去掉空格',
  mileage_unit: '里程里的单位或逗号已去掉',
  formula_like_text: '内容像公式，按普通文字保存',
  long_text: '内容很长，已全部保存',
  owner_by_name: '按姓名找到档案中的车主',
  owner_by_phone: '按电话找到车主',

  second_vehicle_of: '与第 {row} 行是同一客户的另一辆车',
  duplicate_row: '与第 {row} 行是同一客户、同一辆车',
  same_vehicle_other_customer: '与第 {row} 行是同一辆车，客户不同',
  same_vin_other_plate: '与第 {row} 行车架号相同，车牌号不同',
  same_plate_other_vin: '与第 {row} 行车牌号相同，车架号不同',
  same_phone_other_name: '与第 {row} 行电话相同，姓名不同',

  second_vehicle_of_archive: '是档案中已有客户的另一辆车',
  duplicate_row_archive: '档案中已有这位客户的这辆车',
  same_vehicle_other_customer_archive: '档案中已有这辆车，客户不同',
  same_vin_other_plate_archive: '档案中已有这个车架号，车牌号不同',
  same_plate_other_vin_archive: '档案中已有这个车牌号，车架号不同',
  same_phone_other_name_archive: '档案中已有这个电话，姓名不同',
};

/** Why a row is held, accepted with a warning, or was tidied: one sentence per code. */
export const reasonWords = {
  'zh-CN': zhReasons,
  en: {
    name_missing: 'No customer name',
    phone_invalid: 'Not a telephone number',
    plate_invalid: 'Not a number plate',
    vin_length: 'The VIN has the wrong length',
    vin_letter: 'The VIN holds a character that is not allowed',
    date_invalid: 'No such date, or it cannot be read',
    date_future: 'The visit lies after today',
    mileage_negative: 'The mileage is negative',
    mileage_text: 'The mileage is not a number',
    mileage_too_large: 'The mileage is too large to be true',
    vehicle_unnamed: 'Neither plate nor VIN',
    owner_ambiguous: 'Several customers on file bear this name',

    vin_check_digit: 'The check digit of the VIN does not fit',
    phone_missing: 'No telephone number',
    vehicle_missing: 'Neither plate nor VIN',
    interval_unreadable: 'The maintenance interval cannot be read and was left out',

    phone_separators: 'Blanks and dashes removed from the telephone number',
    phone_fullwidth: 'Full-width digits of the telephone number changed to half-width',
    phone_numeric: 'Telephone number changed from number to text',
    plate_dot_case: 'Plate changed to capitals, dot removed',
    vin_case_space: 'VIN changed to capitals, blanks removed',
    mileage_unit: 'Unit or commas removed from the mileage',
    formula_like_text: 'Looks like a formula, kept as plain text',
    long_text: 'Very long, kept whole',
    owner_by_name: 'The owner was found on file by name',
    owner_by_phone: 'The owner was found by telephone number',

    second_vehicle_of: 'Another vehicle of the customer in row {row}',
    duplicate_row: 'The same customer and vehicle as row {row}',
    same_vehicle_other_customer: 'The same vehicle as row {row}, another customer',
    same_vin_other_plate: 'The same VIN as row {row}, another plate',
    same_plate_other_vin: 'The same plate as row {row}, another VIN',
    same_phone_other_name: 'The same telephone number as row {row}, another name',

    second_vehicle_of_archive: 'Another vehicle of a customer on file',
    duplicate_row_archive: 'This customer and vehicle are on file',
    same_vehicle_other_customer_archive: 'The vehicle is on file with another customer',
    same_vin_other_plate_archive: 'The VIN is on file with another plate',
    same_plate_other_vin_archive: 'The plate is on file with another VIN',
    same_phone_other_name_archive: 'The telephone number is on file with another name',
  } satisfies Record<keyof typeof zhReasons, string>,
};

const zhRelations = {
  second_vehicle_of: '同一客户的另一辆车',
  duplicate_row: '同一客户、同一辆车',
  same_vehicle_other_customer: '同一辆车，客户不同',
  same_vin_other_plate: '车架号相同，车牌号不同',
  same_plate_other_vin: '车牌号相同，车架号不同',
  same_phone_other_name: '电话相同，姓名不同',
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
  } satisfies Record<keyof typeof zhRelations, string>,
};

const zhAdvice = {
  name_missing: '填写客户姓名或单位名称。',
  date_invalid: '核对日期，写成 2026-05-01 这样。',
  date_future: '核对进厂日期，改为今天或更早。',
  mileage_negative: '核对里程表读数，去掉负号。',
  mileage_text: '只填数字，单位为公里。',
  mileage_too_large: '核对里程表读数，是否填到了别的列？',
  vehicle_unnamed: '填写车牌号，或 17 位车架号。',
  owner_ambiguous: '填写车主的电话，就知道是哪一位。',

  phone_missing: '可先导入，客户下次进厂时补上电话。',
  vehicle_missing: '可先导入，客户下次进厂时补上车辆。',
  interval_unreadable: '只填数字，如 6 或 5000。',

  duplicate_row: '建议合为一条，保留较新的保养项目。',
  same_vehicle_other_customer: '是否过户？确认新车主，或改正录错的一行。',
  same_vin_other_plate: '是否换牌？确认新车牌号，或改正录错的车架号。',
  same_plate_other_vin: '是否换车留用原牌？确认新车，或改正录错的车牌号。',
  same_phone_other_name: '是否同一家人或改了名？确认是哪位客户，或改正录错的电话。',
};

/** What the person may do, where the value itself gives no better hint. */
export const adviceWords = {
  'zh-CN': zhAdvice,
  en: {
    name_missing: 'Enter the name of the customer or company.',
    date_invalid: 'Check the date and write it like 2026-05-01.',
    date_future: 'Check the day of the visit; it is today or earlier.',
    mileage_negative: 'Check the odometer reading and remove the minus.',
    mileage_text: 'Enter digits only, in kilometres.',
    mileage_too_large: 'Check the odometer reading: did it slip into another column?',
    vehicle_unnamed: 'Enter the plate, or the VIN of 17 characters.',
    owner_ambiguous: 'Enter the telephone number of the owner, so that it is clear which.',

    phone_missing: 'Can be imported now; ask for the number at the next visit.',
    vehicle_missing: 'Can be imported now; add the vehicle at the next visit.',
    interval_unreadable: 'Enter digits only, such as 6 or 5000.',

    duplicate_row: 'Best made into one, keeping the newer maintenance items.',
    same_vehicle_other_customer: 'Sold on? Confirm the new owner, or correct the mistaken row.',
    same_vin_other_plate: 'A new plate? Confirm it, or correct the mistaken VIN.',
    same_plate_other_vin: 'A new car with the old plate? Confirm it, or correct the plate.',
    same_phone_other_name: 'One family, or a new name? Confirm whose it is, or correct the number.',
  } satisfies Record<keyof typeof zhAdvice, string>,
};

const zhFileFaults = {
  file_not_xlsx: '这不是 Excel 文件。请用 Excel 或 WPS 打开原文件，另存为 .xlsx 再导入。',
  file_old_xls: '这是旧版 Excel 文件（.xls）。请用 Excel 或 WPS 打开，另存为 .xlsx 再导入。',
  file_encrypted: '文件有打开密码。请在 Excel 中去掉密码，保存后再导入。',
  file_broken: '文件已损坏或没有传完整。请用 Excel 打开，另存为新的 .xlsx 再导入。',
  file_too_large: '文件展开后太大。请删去多余的空白行、图片和工作表，或分成几个文件导入。',
  too_many_rows: '一次最多导入 10 万行。请分成几个文件导入。',
  too_many_columns: '列太多。请只保留客户和车辆的列，再导入。',
  sheet_missing: '文件里没有这张工作表。请重新选择工作表。',
  reading_stopped: '文件没能读完，可能太大或结构异常。请另存为新的 .xlsx，或分成几个文件导入。',
};

/** Why a file cannot be read, and what to do about it. */
export const fileFaultWords = {
  'zh-CN': zhFileFaults,
  en: {
    file_not_xlsx: 'Not an Excel file. Open it in Excel or WPS and save it as .xlsx.',
    file_old_xls: 'An old Excel file (.xls). Open it in Excel or WPS and save it as .xlsx.',
    file_encrypted: 'The file asks for a password. Remove it in Excel and save the file again.',
    file_broken: 'The file is damaged or incomplete. Open it in Excel and save it as a new .xlsx.',
    file_too_large:
      'The file is too large when unpacked. Delete empty rows, pictures and spare sheets, or split it.',
    too_many_rows: 'At most 100,000 rows at a time. Split the file.',
    too_many_columns: 'Too many columns. Keep those of customers and vehicles only.',
    sheet_missing: 'The file has no such sheet. Choose another one.',
    reading_stopped:
      'The file could not be read to its end: too large or oddly made. Save it as a new .xlsx, or split it.',
  } satisfies Record<keyof typeof zhFileFaults, string>,
};

const zhUses = {
  changed: '后来改过',
  vehicles: '名下有后来登记的车',
  mileage_readings: '有后来的里程',
  service_orders: '有工单',
  complaints: '有投诉',
  follow_ups: '有回访',
  messages: '有消息',
  contacts: '有联系人',
  consents: '有授权记录',
  other: '已被使用',
};

/** Why a record of a batch cannot be taken out again. */
export const importUseWords = {
  'zh-CN': zhUses,
  en: {
    changed: 'changed since',
    vehicles: 'has a vehicle of a later day',
    mileage_readings: 'has a later mileage',
    service_orders: 'has a service order',
    complaints: 'has a complaint',
    follow_ups: 'has a follow-up',
    messages: 'has a message',
    contacts: 'has a contact',
    consents: 'has a consent',
    other: 'in use',
  } satisfies Record<keyof typeof zhUses, string>,
};
