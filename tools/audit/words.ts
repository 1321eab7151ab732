import type { FaultKind } from '#platform/audit/verifying.ts';

/** What is wrong, for the person who reads the terminal. */
export const faultWords: Readonly<Record<FaultKind, string>> = {
  seal_missing: '封条缺失：这一条被删除 / seal missing: the entry was deleted',
  entry_missing: '记录缺失：封条还在，记录被删除 / the seal stands, its entry was deleted',
  entry_changed: '记录或封条被改动 / entry or seal was changed',
  link_broken: '与上一条不衔接：次序或内容被改动 / not linked to the one before it',
  signature_wrong: '签名不符：哈希被重新计算过 / signature wrong: hashes were computed anew',
  signature_missing: '末尾没有签名 / the end is not signed',
  anchor_differs: '与库外存证不一致 / differs from the anchor kept outside',
  tail_cut: '末尾被截断：库外存证记录得更多 / the tail was cut: an anchor knows more',
  entry_inserted: '有未经程序写入的记录 / an entry that the program did not write',
};
