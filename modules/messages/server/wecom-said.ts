/** What came of a customer service account, of the kinds that say something to us. */
export type WecomSaid =
  | { kind: 'words'; key: string; externalUserid: string; text: string }
  | { kind: 'entered'; externalUserid: string; openKfid: string; link: string }
  | { kind: 'lost'; providerId: string; note: string };

type Item = Readonly<Record<string, unknown>>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null;
const textOf = (item: Item, name: string, most = 200): string => {
  const value = item[name];
  return typeof value === 'string' ? value.slice(0, most) : '';
};

/** What is no text is named: it is looked at in WeCom. */
const otherKinds: Readonly<Record<string, string>> = {
  image: '［图片，请在企业微信里看］',
  voice: '［语音，请在企业微信里听］',
  video: '［视频，请在企业微信里看］',
  file: '［文件，请在企业微信里看］',
  location: '［位置，请在企业微信里看］',
  link: '［链接，请在企业微信里看］',
  business_card: '［名片，请在企业微信里看］',
  miniprogram: '［小程序，请在企业微信里看］',
};
/** Why a message that was taken did not arrive (msg_send_fail, developer.work.weixin.qq.com 94670). */
const failNotes: Readonly<Record<number, string>> = {
  1: '客服账号已删除',
  2: '应用已关闭',
  4: '会话已过期，超过 48 小时',
  5: '会话已关闭',
  6: '超过 5 条限制',
  8: '主体未验证',
  10: '用户拒收',
  11: '企业未有成员登录企业微信',
  12: '发送了禁发的消息类型',
};
const byCustomer = 3;

/** Reads one page of kf/sync_msg; what is said by others, or says nothing to us, is left aside. */
export function readWecom(list: unknown): WecomSaid[] {
  return (Array.isArray(list) ? list : []).filter(isItem).flatMap((item): WecomSaid[] => {
    const type = textOf(item, 'msgtype');
    if (type === 'event' && isItem(item.event)) return readEvent(item.event);
    const [key, externalUserid] = [textOf(item, 'msgid'), textOf(item, 'external_userid')];
    if (item.origin !== byCustomer || key === '' || externalUserid === '') return [];
    const said = isItem(item.text) ? textOf(item.text, 'content', 5000) : '';
    const text = type === 'text' ? said : (otherKinds[type] ?? '［其他内容，请在企业微信里看］');
    return text.trim() === '' ? [] : [{ kind: 'words', key, externalUserid, text }];
  });
}

function readEvent(event: Item): WecomSaid[] {
  const type = textOf(event, 'event_type');
  const [externalUserid, openKfid] = [textOf(event, 'external_userid'), textOf(event, 'open_kfid')];
  if (type === 'enter_session') {
    const link = textOf(event, 'scene_param');
    if (link === '' || externalUserid === '' || openKfid === '') return [];
    return [{ kind: 'entered', externalUserid, openKfid, link }];
  }
  const providerId = textOf(event, 'fail_msgid');
  if (type !== 'msg_send_fail' || providerId === '') return [];
  const note = failNotes[Number(event.fail_type)] ?? `未知原因 ${Number(event.fail_type)}`;
  return [{ kind: 'lost', providerId, note }];
}
