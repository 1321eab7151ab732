/** What a provider says of one message. */
export interface Report {
  providerId: string;
  /** Our own id, where the provider gives it back. */
  messageId: string;
  isArrived: boolean;
  note: string;
}
/** What a customer answered. `key` is the same when the provider says it again. */
export interface Reply {
  phone: string;
  text: string;
  key: string;
}

type Item = Readonly<Record<string, unknown>>;
const mostAtOnce = 500;

const textOf = (item: Item, name: string, most = 500): string => {
  const value = item[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, most) : '';
};
/** As we store telephones: a number of China without its country. */
const phoneOf = (item: Item, name: string) =>
  textOf(item, name, 40).replace(/^(\+|00)?86(?=1\d{10}$)/, '');

/**
 * Reads what either provider posts: a list of reports or of replies. Alibaba Cloud: `biz_id`, `success`; replies with
 * `content`. Tencent Cloud: `sid`, `report_status`; replies with `text` and `mobile`. What is neither is left aside.
 */
export function readSaid(body: unknown): { reports: Report[]; replies: Reply[] } {
  const list = (Array.isArray(body) ? body : [body]).slice(0, mostAtOnce);
  const items = list.filter((item): item is Item => typeof item === 'object' && item !== null);
  const reports = items.flatMap((item): Report[] => {
    if (textOf(item, 'biz_id') !== '' && 'success' in item) {
      const note = [textOf(item, 'err_code', 60), textOf(item, 'err_msg', 200)].join(' ').trim();
      const isArrived = item.success === true || item.success === 'true';
      const [providerId, messageId] = [textOf(item, 'biz_id', 100), textOf(item, 'out_id', 40)];
      return [{ providerId, messageId, isArrived, note: isArrived ? '' : note }];
    }
    if (textOf(item, 'sid') !== '' && 'report_status' in item) {
      const isArrived = item.report_status === 'SUCCESS';
      const note = isArrived ? '' : textOf(item, 'errmsg', 200);
      return [{ providerId: textOf(item, 'sid', 100), messageId: '', isArrived, note }];
    }
    return [];
  });
  const replies = items.flatMap((item): Reply[] => {
    const [name, said] = 'content' in item ? ['phone_number', 'content'] : ['mobile', 'text'];
    const phone = phoneOf(item, name!);
    const text = textOf(item, said!, 1000);
    if (phone === '' || text.trim() === '') return [];
    const when = ['sequence_id', 'send_time', 'time'].map((field) => textOf(item, field)).join(' ');
    return [{ phone, text, key: `${phone} ${when} ${text}` }];
  });
  return { reports, replies };
}

/** What customers write to be left alone: each alone, as the messages say. */
const optOutWords: ReadonlySet<string> = new Set(['TD', 'T', 'R', 'N', '退订', '拒收', 'TD0000']);

/** Whether a reply says no more than that. */
export const isOptOut = (text: string): boolean =>
  optOutWords.has(
    text
      .normalize('NFKC')
      .replaceAll(/[\s。.!！]/g, '')
      .toUpperCase(),
  );
