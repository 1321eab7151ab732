/**
 * What a customer reads when his complaint came by mail: in both languages, since of a sender nobody knows which. The number in
 * the subject leads his answer back.
 */
export function acknowledgement({
  number,
  about,
  shop,
}: {
  number: string;
  about: string;
  shop: string;
}) {
  const line = about === '' ? '' : `：${about.slice(0, 120)}`;
  return {
    subject: `[${number}] 已收到您的来信${line}`,
    body: `您好：

您的来信已收到，投诉编号 ${number}。我们会在 24 小时内与您联系。
如需补充，直接回复本邮件即可，请保留标题中的编号。

${shop}

--
We have received your letter; your complaint has the number ${number}. You will hear from us within 24 hours.
To add something, simply answer this mail and keep the number in its subject.

（本邮件由系统自动发出 / sent automatically）
`,
  };
}
