const zhProblems = {
  file_unknown: { title: '没有这个文件', detail: '文件可能没有传完，请重新选择文件上传。' },
  column_twice: { title: '列重复', detail: '一列只能对应一个字段，请改选另一列。' },
  column_unknown: { title: '没有这一列', detail: '表里没有这一列，请从列表中选择。' },
  field_unknown: { title: '没有这个字段', detail: '这一类清单没有这个字段，请从列表中选择。' },
  map_unknown: { title: '没有这个列对应', detail: '它可能已被删除，请重新选择。' },
  map_without_headings: {
    title: '没有可保存的内容',
    detail: '表里没有表头，或还没有为任何列选字段。请先选好再保存。',
  },
  header_row_unknown: { title: '没有这一行', detail: '请选择表里前面的一行作为表头。' },
  decision_not_possible: {
    title: '不能这样处理',
    detail: '这一行的情况已变，或不适用这种处理方式。请刷新后再选。',
  },
  field_without_column: {
    title: '这个字段没有对应的列',
    detail: '请先在“列对应”里为它选一列，再修改内容。',
  },
  nothing_to_import: { title: '没有可导入的行', detail: '请先处理待处理的行，或检查列对应。' },
  sums_unconfirmed: {
    title: '合计还没有核对',
    detail: '请先看过最新的合计，与原系统的报表一致后再导入。',
  },
  import_at_work: {
    title: '名单正在处理',
    detail: '这份名单正在读取或核对，请等进度走完再操作。',
  },
  another_import_running: {
    title: '另一份名单正在导入',
    detail: '“{fileName}”正在写入档案，请等它完成后再导入这一份，以免同一客户建两份档案。',
  },
  import_used: {
    title: '不能撤销',
    detail: '这批资料中有 {count} 条已被使用或改过：{named}。撤销会丢失后来的记录，因此整批保留。',
  },
};

/** Refusals of this module. */
export const importProblems = {
  'zh-CN': zhProblems,
  en: {
    file_unknown: {
      title: 'No such file',
      detail: 'It may not have arrived. Please upload again.',
    },
    column_twice: { title: 'Column used twice', detail: 'A column holds one field only.' },
    column_unknown: { title: 'No such column', detail: 'Choose a column of the list.' },
    field_unknown: {
      title: 'No such field',
      detail: 'Lists of this kind do not hold it.',
    },
    map_unknown: { title: 'No such column map', detail: 'It may be gone. Choose another one.' },
    map_without_headings: {
      title: 'Nothing to keep',
      detail: 'The list has no headings, or no column has a field yet.',
    },
    header_row_unknown: {
      title: 'No such row',
      detail: 'Choose one of the first rows as heading.',
    },
    decision_not_possible: {
      title: 'Not possible',
      detail: 'The row has changed, or this decision does not apply. Read it again and choose.',
    },
    field_without_column: {
      title: 'No column for this field',
      detail: 'Choose a column for it first, then change its content.',
    },
    nothing_to_import: {
      title: 'Nothing to import',
      detail: 'Deal with the rows held back, or check the columns.',
    },
    sums_unconfirmed: {
      title: 'The sums are not confirmed',
      detail: 'Look at the sums as they are now and compare them with the old report first.',
    },
    import_at_work: {
      title: 'The list is being worked on',
      detail: 'It is being read or checked; go on when that is done.',
    },
    another_import_running: {
      title: 'Another list is coming in',
      detail: 'Wait until “{fileName}” is written, so that no customer is made twice.',
    },
    import_used: {
      title: 'Cannot be undone',
      detail:
        '{count} of its records were used or changed since: {named}. Undoing would lose that, so all are kept.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
