const zh = {
  not_while_reading: '正在读取文件',
  not_while_judging: '正在检查',
  not_while_judged: '还没有导入',
  not_while_importing: '正在导入',
  not_while_imported: '已经导入',
  not_while_failed: '文件没有读成',
  not_while_undoing: '正在撤销',
  not_while_undone: '已经撤销',
  not_while_discarded: '已经放弃',
  nothing_ready: '没有可导入的行',
  archive_changed: '检查之后，档案里新建了相同的车牌。请重新核对后再导入。',
  people_changed: '检查之后，员工名册或门店有了变化。请重新核对后再导入。',
  returned_other_list: '交回的文件不是从这份清单下载的，没有改动任何内容。',
  import_used: '这批资料里有记录已被使用，没有撤销。',
};

/** Why a step is not possible, and why the last one was not done. */
export const stateWords = {
  'zh-CN': zh,
  en: {
    not_while_reading: 'the file is being read',
    not_while_judging: 'it is being checked',
    not_while_judged: 'not imported yet',
    not_while_importing: 'it is being imported',
    not_while_imported: 'imported already',
    not_while_failed: 'the file could not be read',
    not_while_undoing: 'it is being undone',
    not_while_undone: 'undone already',
    not_while_discarded: 'dropped already',
    nothing_ready: 'no row is accepted',
    archive_changed:
      'Since the check, the same plates came on file. Look through the rows and import again.',
    people_changed:
      'Since the check, people or shops have changed. Look through the rows and import again.',
    returned_other_list: 'The file was not made from this list; nothing was changed.',
    import_used: 'Records of this import are in use; it was not undone.',
  } satisfies Record<keyof typeof zh, string>,
};
