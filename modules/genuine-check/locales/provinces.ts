/** The divisions of the first order (GB/T 2260): as coarse as a place can be and still tell a copy from a second look. */
export const provinces = [
  ...[
    '北京',
    '天津',
    '河北',
    '山西',
    '内蒙古',
    '辽宁',
    '吉林',
    '黑龙江',
    '上海',
    '江苏',
    '浙江',
    '安徽',
  ],
  ...[
    '福建',
    '江西',
    '山东',
    '河南',
    '湖北',
    '湖南',
    '广东',
    '广西',
    '海南',
    '重庆',
    '四川',
    '贵州',
  ],
  ...['云南', '西藏', '陕西', '甘肃', '青海', '宁夏', '新疆', '香港', '澳门', '台湾'],
] as const;

const inEnglish: readonly string[] = [
  ...['Beijing', 'Tianjin', 'Hebei', 'Shanxi', 'Inner Mongolia', 'Liaoning', 'Jilin'],
  ...['Heilongjiang', 'Shanghai', 'Jiangsu', 'Zhejiang', 'Anhui', 'Fujian', 'Jiangxi'],
  ...['Shandong', 'Henan', 'Hubei', 'Hunan', 'Guangdong', 'Guangxi', 'Hainan', 'Chongqing'],
  ...['Sichuan', 'Guizhou', 'Yunnan', 'Tibet', 'Shaanxi', 'Gansu', 'Qinghai', 'Ningxia'],
  ...['Xinjiang', 'Hong Kong', 'Macao', 'Taiwan'],
];
/** A division as it is called in a language; what is none, such as a shop, is called as it is. */
export function provinceIn(place: string, language: 'zh-CN' | 'en'): string {
  const at = (provinces as readonly string[]).indexOf(place);
  return language === 'en' ? (inEnglish[at] ?? place) : place;
}
