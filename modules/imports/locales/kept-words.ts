const zh = {
  sums: '合计',
  sumAll: '清单合计',
  sumAccepted: '将导入',
  sumImported: '已导入',
  sumLeft: '不导入',
  sumSubjects: '客户（已认出）',
  sumsCompare: '请与原系统的报表逐项核对。读不出数字的格子不计入合计。',
  sumsConfirm: '合计已与原系统的报表核对一致',
  madeRecords: '{records} 行',
  doneRecords: '已导入 {records} 行',
  doneRecordsNote: '合计与确认时一致。',
  seeKept: '去看看',
  undoneRecords: '已撤销',
  keptRecords: '{count} 行已被使用，没有撤销；原因写在每一行上。',
  undoRecords: '撤销会冲回这次导入、之后没有用过的内容；用过的会留下，并说明原因。确定撤销？',
  kept_changed: '检查之后，系统里的数据有了变化。请重新核对后再导入。',
  sums_changed: '检查之后，要写入的合计有了变化。请重新核对合计后再导入。',
};

/** Of lists whose rows another module keeps. */
export const keptScreenWords = {
  'zh-CN': zh,
  en: {
    sums: 'Sums',
    sumAll: 'The list',
    sumAccepted: 'To be imported',
    sumImported: 'Imported',
    sumLeft: 'Left out',
    sumSubjects: 'Customers found',
    sumsCompare:
      'Compare each with the report of the old program. Cells that are no numbers are not counted.',
    sumsConfirm: 'The sums agree with the report of the old program',
    madeRecords: '{records} rows',
    doneRecords: '{records} rows imported',
    doneRecordsNote: 'The sums are those that were confirmed.',
    seeKept: 'Have a look',
    undoneRecords: 'Undone',
    keptRecords: '{count} rows are in use and stay; the reason stands with each.',
    undoRecords:
      'What this import brought in and nobody has used since is taken back by entries of its own; the rest stays, with the reason. Undo it?',
    kept_changed: 'What is on file changed since the check. Please look again, then import.',
    sums_changed: 'The sums changed since the check. Please compare them again, then import.',
  } satisfies Record<keyof typeof zh, string>,
};
