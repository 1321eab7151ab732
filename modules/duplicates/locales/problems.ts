const zhProblems = {
  already_searching: {
    title: '正在查重',
    detail: '已经有一次全库查重在进行，请等它完成或先停止它。',
  },
  merge_same: { title: '这是同一份档案', detail: '请选择另一份档案。' },
  merge_gone: { title: '其中一份已被合并', detail: '请刷新后打开合并后的档案。' },
  merge_erased: {
    title: '个人信息已删除，不能合并或撤销',
    detail: '客户已要求删除个人信息，原来的内容不再保留。',
  },
  merge_collides: {
    title: '两份档案各有一个只能有一个的记录',
    detail: '例如各有一个会员账户。请先处理其中一个，再合并。',
  },
  merge_both_open: {
    title: '两辆车都有未交车的工单',
    detail: '请先交车或取消其中一张工单，再合并。',
  },
  merge_choice: { title: '选择有误', detail: '请刷新预览后重新选择每个字段取哪一份。' },
  merge_undone: { title: '这次合并已经撤销', detail: '无需再次撤销。' },
  merge_later_first: {
    title: '请先撤销后来的合并',
    detail: '合并后的档案后来又并入了另一份。请从最近的一次开始撤销。',
  },
};
export const duplicateProblems = {
  'zh-CN': zhProblems,
  en: {
    already_searching: {
      title: 'A search is running',
      detail: 'Wait until it ends, or stop it first.',
    },
    merge_same: { title: 'This is the same file', detail: 'Choose another one.' },
    merge_gone: {
      title: 'One of them was merged already',
      detail: 'Reload, and open the file that stayed.',
    },
    merge_erased: {
      title: 'Personal data was erased: no merge, no undo',
      detail: 'The customer had his data erased; what stood there is no longer kept.',
    },
    merge_collides: {
      title: 'Both files have what may exist once only',
      detail: 'A member account on each, for instance. Settle one of them first.',
    },
    merge_both_open: {
      title: 'Both cars have an open order',
      detail: 'Deliver or cancel one of the orders first.',
    },
    merge_choice: {
      title: 'A choice does not fit',
      detail: 'Reload the preview and choose again.',
    },
    merge_undone: { title: 'This merge is undone already', detail: 'There is nothing to do.' },
    merge_later_first: {
      title: 'Undo the later merge first',
      detail: 'The file that stayed went into another one later. Begin with the latest.',
    },
  } satisfies Record<keyof typeof zhProblems, { title: string; detail: string }>,
};
