/** What the customer reads on his phone; a service message, so it offers nothing. */
export const surveyMessage = ({ shop, url }: { shop: string; url: string }): string =>
  `【${shop}】请您花一分钟评价这次服务：${url} 评价由总部封存，门店不能修改。`;
