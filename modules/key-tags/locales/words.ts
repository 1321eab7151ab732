const zh = {
  tag: '钥匙标签',
  lead: '62×29 毫米，贴在钥匙牌上：车牌、工单号、约定交车时间和二维码。',
  scan: '客户扫码看进度，核对手机尾号前不显示任何个人信息；同事登录后扫码直接打开工单。交车后二维码自动失效。',
  make: '生成并打印',
  print: '打印标签',
  lost: '标签丢了，换新码',
  lostHint: '换新码后，原来的标签立刻打不开。',
  printed: '{name} {at} 打印过',
  notPrinted: '已生成，还没有打印',
  gone: '车已离店，标签已失效',
};
export type KeyTagWord = keyof typeof zh;
export const keyTagWords = {
  'zh-CN': zh,
  en: {
    tag: 'Key tag',
    lead: 'A sticker of 62 by 29 mm for the key: plate, order, promised time, and a code.',
    scan: 'The customer follows his order by it; before the last digits of his number it shows nothing personal. A colleague who is signed in comes to the order. It ends when the car has left.',
    make: 'Make and print',
    print: 'Print the tag',
    lost: 'It is lost: another code',
    lostHint: 'The lost one opens nothing from then on.',
    printed: '{name} printed it {at}',
    notPrinted: 'Made, not printed yet',
    gone: 'The car has left: the tag opens nothing',
  } satisfies Record<KeyTagWord, string>,
};
