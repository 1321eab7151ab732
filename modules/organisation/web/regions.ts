/** The regions that the maker's manual names (ORG-03); a house may write others. */
export const knownRegions = [
  '西北',
  '东北',
  '川渝',
  '河南安徽',
  '湖北湖南',
  '江西福建',
  '浙江苏南',
  '广东广西海南',
  '山东河北',
] as const;
