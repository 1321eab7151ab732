import { expect, test } from 'vitest';
import { pinyinOf, pinyinReader } from './pinyin.ts';

test.each([
  ['张三', 'zhangsan', 'zs'],
  ['单雄信', 'shanxiongxin', 'sxx'],
  ['仇英', 'qiuying', 'qy'],
  ['曾国藩', 'zengguofan', 'zgf'],
  ['吕布', 'lvbu', 'lb'],
  ['欧阳修', 'ouyangxiu', 'oyx'],
  ['重庆长安汽车', 'chongqingchanganqiche', 'cqcaqc'],
  ['ABC物流 有限公司', 'abcwuliuyouxiangongsi', 'abcwlyxgs'],
  ['李·约翰', 'liyuehan', 'lyh'],
  ['Ｗang Wei', 'wangwei', 'wangwei'],
  ['', '', ''],
])('ARC-05 %s is found by %s and by %s', (name, full, initials) => {
  expect(pinyinOf(name)).toEqual({ full, initials });
});

test('ARC-05 an import reads each name once and gets the same', () => {
  const read = pinyinReader();
  expect(read('张三')).toEqual(pinyinOf('张三'));
  expect(read('张三')).toBe(read('张三'));
});
