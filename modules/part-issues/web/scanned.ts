/** What a scan at the counter is: an order before anything else, then parts; `3*` before a part means three of it. */
export type Scanned =
  | { is: 'order'; code: string }
  | { is: 'part'; code: string; quantityThousandths?: number };

const orderLike = /^(https?:\/\/|GD\d{6}-\d{3,}$)/i;
const many = /^(\d{1,5}(?:\.\d{1,3})?)\s*[*×xX]\s*(?=\S)/;

/** Reads what was typed; with an order before us only an address or an order's number is another order. */
export function readScan(typed: string, hasOrder: boolean): Scanned {
  const code = typed.normalize('NFKC').trim();
  if (!hasOrder || orderLike.test(code)) return { is: 'order', code };
  const before = many.exec(code);
  if (!before) return { is: 'part', code };
  const quantityThousandths = Math.round(Number(before[1]) * 1000);
  const rest = code.slice(before[0].length);
  return quantityThousandths > 0
    ? { is: 'part', code: rest, quantityThousandths }
    : { is: 'part', code: rest };
}
