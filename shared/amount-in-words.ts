const digits = '零壹贰叁肆伍陆柒捌玖';
const places = ['', '拾', '佰', '仟'];
const groups = ['', '万', '亿', '万亿'];

/**
 * An amount in Chinese financial capitals (大写金额), as papers that settle money carry it beside the
 * figures: `人民币壹仟肆佰零玖元伍角整`.
 *
 * Rules: 支付结算办法 (银发〔1997〕393号), appendix 1: zeros within the amount are read once, an
 * empty 元 before 角 or an empty 角 before 分 is read 零, and an amount that ends at 元 or 角 is closed with 整.
 *
 * @param fen whole fen, below 10^16 yuan; negative amounts begin with 负.
 * @throws RangeError when the amount is no whole number of fen or too large to name.
 */
export function amountInWords(fen: number | bigint): string {
  if (typeof fen === 'number' && !Number.isSafeInteger(fen)) {
    throw new RangeError(`not a whole number of fen: ${fen}`);
  }
  const signed = BigInt(fen);
  const amount = signed < 0n ? -signed : signed;
  const yuan = amount / 100n;
  if (yuan >= 10n ** 16n) throw new RangeError(`too large to put in words: ${fen}`);
  return `人民币${signed < 0n ? '负' : ''}${yuanInWords(yuan)}${centsInWords(yuan, Number(amount % 100n))}`;
}

function yuanInWords(yuan: bigint): string {
  if (yuan === 0n) return '';
  let words = '';
  let zeroOwed = false;
  for (let group = groups.length - 1; group >= 0; group--) {
    const value = Number((yuan / 10n ** BigInt(group * 4)) % 10000n);
    if (value === 0) {
      zeroOwed = words !== '';
      continue;
    }
    if (words !== '' && (zeroOwed || value < 1000)) words += '零';
    words += groupInWords(value) + groupName(yuan, group);
    zeroOwed = false;
  }
  return `${words}元`;
}

/** 壹万贰仟亿 carries 亿 once: the 万亿 group says 万 alone when 亿 follows from its neighbour. */
function groupName(yuan: bigint, group: number): string {
  const hundredMillions = (yuan / 10n ** 8n) % 10000n;
  return group === 3 && hundredMillions > 0n ? '万' : (groups[group] ?? '');
}

function groupInWords(value: number): string {
  let words = '';
  let zeroOwed = false;
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zeroOwed = words !== '';
      continue;
    }
    if (zeroOwed) words += '零';
    words += `${digits[digit]}${places[place]}`;
    zeroOwed = false;
  }
  return words;
}

function centsInWords(yuan: bigint, cents: number): string {
  const jiao = Math.floor(cents / 10);
  const fen = cents % 10;
  if (cents === 0) return yuan === 0n ? '零元整' : '整';
  const gap = yuan > 0n && (jiao === 0 || yuan % 10n === 0n) ? '零' : '';
  const tenths = jiao > 0 ? `${gap}${digits[jiao]}角` : gap;
  if (fen === 0) return `${tenths}整`;
  return `${tenths}${digits[fen]}分`;
}
