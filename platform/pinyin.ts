/**
 * Pinyin of names, written beside them for searching. On the server only: the dictionary is larger
 * than any screen of ours.
 */
import { pinyin } from 'pinyin-pro';

export interface Pinyin {
  /** `zhangsan`; ü is written v, as it is typed. */
  readonly full: string;
  /** `zs`; letters and digits of the name stand in both forms. */
  readonly initials: string;
}

/** Surnames are read as such: 单 is shan, 仇 qiu, 曾 zeng. */
export function pinyinOf(name: string): Pinyin {
  const readings = pinyin(name.normalize('NFKC'), {
    toneType: 'none',
    type: 'all',
    surname: 'head',
    v: true,
  });
  return {
    full: typed(readings.map(({ isZh, origin, pinyin }) => (isZh ? pinyin : origin))),
    initials: typed(readings.map(({ isZh, origin, first }) => (isZh ? first : origin))),
  };
}

/**
 * The same, remembering every name until it is dropped itself: for an import, where a few thousand
 * names return again and again.
 */
export function pinyinReader(): (name: string) => Pinyin {
  const known = new Map<string, Pinyin>();
  return (name) => {
    const reading = known.get(name) ?? pinyinOf(name);
    known.set(name, reading);
    return reading;
  };
}

function typed(parts: readonly string[]): string {
  return parts
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
