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
