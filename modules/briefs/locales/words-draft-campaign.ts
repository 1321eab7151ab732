/** Sentences that the report of a campaign begins with; the supervisor writes on from there. */
const zh = {
  reach:
    '“{name}”（{from} 至 {until}）名单共 {customers} 位客户：告知到 {reached} 位，发了没有到的 {missed} 位，未联系 {leftOut} 位。',
  came: '告知到的客户中，{answered} 位答复，{came} 位到店（{share}），到店结算金额 {spent} 元，{complained} 位投诉。',
  compared:
    '抽签留出未告知的 {count} 位中，{came} 位到店（{share}），告知到的为 {reachedShare}。留出的由抽签决定，可以相比；人数少时差别也可能只是偶然。',
  notCompared: '本次没有抽签留出的客户，到店与活动之间的因果不能由这些数字说明。',
  missed: '{missed} 位发了没有到：核对电话、地址。原因：',
  leftOut: '{leftOut} 位未联系，原因见表。',
  complained: '{complained} 位在统计期内投诉。原因：',
  planMissed: '更正没有到的客户的联系方式。',
  planComplained: '逐件回看投诉，看是否与活动有关。',
};

export const campaignDraftWords = {
  'zh-CN': zh,
  en: {
    reach:
      '“{name}” ({from} to {until}) had {customers} customers on its list: {reached} were reached, {missed} were written to without reaching them, {leftOut} were left out.',
    came: 'Of those reached {answered} answered, {came} came ({share}) and spent {spent} yuan, {complained} complained.',
    compared:
      'Of {count} held back by draw {came} came ({share}), of those reached {reachedShare}. The draw decided, so the two may be compared; with few people a difference may be chance alone.',
    notCompared:
      'Nobody was held back by draw: these figures do not say whether the campaign caused the visits.',
    missed: '{missed} were not reached: look at numbers and addresses. Why:',
    leftOut: '{leftOut} were left out, see the table.',
    complained: '{complained} complained within these days. Why:',
    planMissed: 'Correct how those who were not reached can be reached.',
    planComplained: 'Look back at each complaint: has it to do with the campaign?',
  } satisfies Record<keyof typeof zh, string>,
};
