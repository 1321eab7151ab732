/** Surnames of two characters, the common ones: 欧阳, 司马 and the rest of the old list that is still met. */
const doubleSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 百里 呼延 东郭 南门 羊舌 西门 第五 左丘'.split(
    ' ',
  ),
);

/** For those with whom a person is not shared: the surname alone, `王**`, `欧阳**`; of a company its first sign. */
export function maskName(name: string): string {
  const signs = [...name.trim()];
  if (signs.length === 0) return '';
  const head = doubleSurnames.has(signs.slice(0, 2).join('')) ? 2 : 1;
  return `${signs.slice(0, head).join('')}**`;
}
