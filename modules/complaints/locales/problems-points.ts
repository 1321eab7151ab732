const zh = {
  class_unknown: {
    title: '没有这个类别',
    detail: '具体类别须在所选类别之下，且没有停用；请重新选择。',
  },
  cause_unknown: {
    title: '没有这个原因',
    detail: '具体原因须在所选原因类别之下，且没有停用；请重新选择。',
  },
  cause_needed: { title: '请写原因', detail: '属实或部分属实的要点要写明原因。' },
  point_unknown: { title: '没有这一点', detail: '这一点不在这件投诉里，请刷新。' },
  points_enough: { title: '要点太多', detail: '一件投诉最多 20 点；更多请另登记一件。' },
  tree_of_the_house: {
    title: '由最上级单位维护',
    detail: '投诉类别和原因全公司一套，请让最上级单位的负责人修改。',
  },
  node_under_unknown: { title: '没有这个上级', detail: '请从列出的第一级里选。' },
  node_named_twice: { title: '已有同名', detail: '这一级下面已经有这个名称；停用的可以恢复。' },
  nodes_enough: { title: '太多了', detail: '自定的类别和原因最多 200 个。' },
  node_unknown: { title: '没有这一项', detail: '请刷新后再试。' },
  term_zero: { title: '至少是 1', detail: '时限不能是 0；空着就用随附的数。' },
  term_laxer: {
    title: '不能这么长',
    detail: '响应投诉不得超过 24 小时（《修理厂客户关系管理规定》），其他时限也有上限。',
  },
  ladder_reversed: {
    title: '次序不对',
    detail: '先告诉主管，再告诉负责人：负责人的分钟数不能比主管的小。',
  },
};

/** What stands against points, trees and terms, and what to do about it. */
export const complaintPointProblems = {
  'zh-CN': zh,
  en: {
    class_unknown: {
      title: 'No such class',
      detail: 'The class must lie below the kind and not be retired; choose again.',
    },
    cause_unknown: {
      title: 'No such cause',
      detail: 'The cause must lie below its kind and not be retired; choose again.',
    },
    cause_needed: { title: 'Write the cause', detail: 'What is founded has a cause.' },
    point_unknown: { title: 'No such point', detail: 'It is not of this complaint; reload.' },
    points_enough: {
      title: 'Too many points',
      detail: 'A complaint has at most 20; register another one for the rest.',
    },
    tree_of_the_house: {
      title: 'Kept at the top of the house',
      detail: 'There is one tree for all; ask the top unit to change it.',
    },
    node_under_unknown: { title: 'No such first level', detail: 'Choose one of those listed.' },
    node_named_twice: {
      title: 'Named already',
      detail: 'There is one of this name; a retired one can be offered again.',
    },
    nodes_enough: { title: 'Too many', detail: 'At most 200 of your own.' },
    node_unknown: { title: 'No such node', detail: 'Reload and try again.' },
    term_zero: { title: 'At least 1', detail: 'A term cannot be 0; empty is as shipped.' },
    term_laxer: {
      title: 'Not so long',
      detail: 'A complaint is answered within 24 hours (S1); other terms have limits too.',
    },
    ladder_reversed: {
      title: 'Wrong order',
      detail: 'The supervisor is told first: the manager’s minutes cannot be fewer.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
