/** What somebody did, after his name (`王店长 修改了客户资料`), Chinese and English side by side. */
export type Sentences = Readonly<Record<string, readonly [chinese: string, english: string]>>;
