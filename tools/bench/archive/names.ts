import { pinyinOf } from '#platform/pinyin.ts';
import { surnames } from '#tools/demo/lists.ts';

/** Shares in percent of the ten commonest surnames (公安部 2020 名字报告, rounded); the others fall with their rank. */
const commonest = [7.3, 7.2, 6.8, 5.4, 4.5, 3.1, 2.2, 2.3, 2.1, 2.1];
const shareOfRank = (rank: number) => commonest[rank] ?? 1.7 * (11 / (rank + 1)) ** 0.9;

/** Characters of given names, the commonest first; the second of two is drawn from the same. */
const givenSigns = [
  ...'英华文玉秀明丽建国军红霞平杰芳伟敏静强磊勇涛艳超辉鹏娟桂兰凤洁梅琳云莲真环雪荣爱妹香月莺媛瑞凡佳嘉琼勤珍贞莉娣璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓仪荷丹蓉眉君琴蕊薇菁梦岚苑筠柔竹馨毅俊峰保东力永健世广志义兴良海山仁波宁贵福生龙元全胜学祥才发武新利清飞彬富顺信子轩浩然宇梓涵博思诺辰',
];
const shareOfSign = (rank: number) => 1 / (rank + 12);

interface Drawn {
  sign: string;
  full: string;
  initial: string;
}

/** As many entries as `size`, each character as often as its share: a draw is a place in it. */
function drawnFrom(signs: readonly string[], share: (rank: number) => number, size: number) {
  const read = signs.map((sign): Drawn => {
    const { full, initials } = pinyinOf(sign);
    return { sign, full, initial: initials };
  });
  const total = read.reduce((sum, _, rank) => sum + share(rank), 0);
  let reached = 0;
  const ends = read.map((_, rank) => {
    reached += share(rank) / total;
    return Math.round(reached * size);
  });
  return read.flatMap((each, rank) =>
    Array.from({ length: ends[rank]! - (ends[rank - 1] ?? 0) }, () => each),
  );
}

export const picks = 10_000;
/** What names are drawn from: common surnames are common, and a million people have some hundred thousand names. */
export const drawnNames = () => ({
  surnames: drawnFrom(surnames, shareOfRank, picks),
  signs: drawnFrom(givenSigns, shareOfSign, picks),
});
