const zh = {
  plateOrEnd: '车牌，或后几位',
  carUnknown: '没有找到这辆车',
  putOnFile: '新车建档',
  toCheckIn: '接车单',
};

export const findWords = {
  'zh-CN': zh,
  en: {
    plateOrEnd: 'Plate, or the end of it',
    carUnknown: 'No such car',
    putOnFile: 'Put it on file',
    toCheckIn: 'How it was received',
  } satisfies Record<keyof typeof zh, string>,
};
