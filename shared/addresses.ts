/**
 * Addresses as people write them: 广东省深圳市南山区科苑路 15 号. Whoever need not visit the customer sees the
 * administrative part alone, down to the district; where none can be read, nothing.
 */
const province = '(?:[^\\d省市区县旗\\s]{1,8}(?:省|自治区|特别行政区))?';
const city = '(?:[^\\d省市区县旗\\s]{1,10}(?:自治州|地区|市|盟))?';
/** 小区, 园区 and their like are where people live and work, no districts. */
const district =
  '(?:[^\\d省市区县旗路街道巷号镇村\\s]{1,10}(?:(?<![小社园校厂院街景库])区|县|旗|市))?';
const administrative = new RegExp(`^${province}${city}${district}`, 'u');

/** For those who need not know it: `广东省深圳市南山区***`. */
export function maskAddress(address: string): string {
  const [head = ''] = administrative.exec(address) ?? [];
  return head === address ? head : `${head}***`;
}
