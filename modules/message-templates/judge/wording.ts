/** Words that no advertisement may use (广告法 9, third item). */
export const forbiddenInAdvertising = ['国家级', '最高级', '最佳'] as const;

/**
 * Who sends advertising by text message says how it is refused, easily and free of charge (消法实施条例 24,
 * 通信短信息服务管理规定 18). Any of these is understood when it comes back.
 */
const waysOut = /(?:回复?|回覆|reply)\s*(?:T|TD|R|N|退订)|退订|拒收请?回/i;

export type WordingFault = 'template_no_way_out' | 'template_forbidden_words';

/** What the law has against a text that advertises; nothing for a service message. */
export function faultOf(template: {
  purpose: string;
  channel: string;
  subject: string;
  body: string;
}): WordingFault | undefined {
  const { purpose, channel, subject, body } = template;
  if (purpose !== 'marketing') return undefined;
  if (forbiddenInAdvertising.some((words) => `${subject} ${body}`.includes(words))) {
    return 'template_forbidden_words';
  }
  return channel === 'sms' && !waysOut.test(body) ? 'template_no_way_out' : undefined;
}
