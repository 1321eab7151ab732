/** Sentences that a brief begins with; the supervisor writes on from there. */
const zh = {
  nothing: '本期没有可统计的回访。',
  sentence: '{name} {share}（{value}/{of}）{compared}。',
  beforeUp: '，环比上升 {points} 个百分点',
  beforeDown: '，环比下降 {points} 个百分点',
  beforeSame: '，环比持平',
  yearAgoUp: '，同比上升 {points} 个百分点',
  yearAgoDown: '，同比下降 {points} 个百分点',
  yearAgoSame: '，同比持平',
  noFall: '与上期相比，各项指标没有明显下降。',
  noBefore: '上期没有可比的数字。',
  fell: '{name}比上期下降 {points} 个百分点，为 {share}。原因：',
  open_matter: '跟进未办结的客户事项 {total} 件。',
  open_complaint: '跟进未结案的投诉 {total} 件。',
  open_followUp: '补做逾期未做的回访 {total} 个。',
  improve: '提高{name}：',
};

export const draftWords = {
  'zh-CN': zh,
  en: {
    nothing: 'Nothing was followed up in this period.',
    sentence: '{name}: {share} ({value} of {of}){compared}.',
    beforeUp: ', up {points} points on the period before',
    beforeDown: ', down {points} points on the period before',
    beforeSame: ', as in the period before',
    yearAgoUp: ', up {points} points on the year before',
    yearAgoDown: ', down {points} points on the year before',
    yearAgoSame: ', as a year before',
    noFall: 'No indicator fell markedly against the period before.',
    noBefore: 'The period before has nothing to compare with.',
    fell: '{name} fell by {points} points to {share}. Why:',
    open_matter: 'Bring {total} open matters of customers to an end.',
    open_complaint: 'Bring {total} open complaints to an end.',
    open_followUp: 'Make {total} calls whose days are over.',
    improve: 'Improve “{name}”:',
  } satisfies Record<keyof typeof zh, string>,
};
