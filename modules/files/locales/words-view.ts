const zh = {
  open: '打开',
  openNamed: '打开 {name}',
  file: '文件',
  download: '下载',
  larger: '放大（+）',
  smaller: '缩小（−）',
  fit: '适合宽度（0）',
  zoom: '缩放',
  page: '页码',
  ofPages: '/ {pages} 页',
  pageNumber: '第 {page} 页',
  content: '文件内容',
  opening: '正在打开 PDF',
  encrypted: '这份 PDF 加了密码，网页里打不开。请下载后用密码打开，或请对方发一份不加密的。',
  broken: '这份 PDF 已经损坏，打不开。请找原件重新扫描或另存后再上传。',
  tooLarge: '这份 PDF 太大（超过 {megabytes} MB），在网页里翻看会很慢。请下载后查看。',
  gone: '这份文件不在了，或者不在您能看的范围里。',
  unreachable: '没有取到文件。检查网络后重试。',
  unsupported: '这个浏览器太旧，不能在网页里看 PDF。请下载后查看，或升级浏览器。',
  again: '重试',
};

export type FileViewWord = keyof typeof zh;

/** Words of the frame in which stored files are looked at. */
export const fileViewWords = {
  'zh-CN': zh,
  en: {
    open: 'Open',
    openNamed: 'Open {name}',
    file: 'File',
    download: 'Download',
    larger: 'Larger (+)',
    smaller: 'Smaller (−)',
    fit: 'Fit the width (0)',
    zoom: 'Zoom',
    page: 'Page',
    ofPages: 'of {pages}',
    pageNumber: 'Page {page}',
    content: 'What the file shows',
    opening: 'Opening the PDF',
    encrypted:
      'This PDF is locked by a password and cannot be shown here. Download it and open it with the password, or ask for one without.',
    broken: 'This PDF is damaged. Scan the paper again, or save it anew and upload it.',
    tooLarge: 'This PDF is too large (above {megabytes} MB) to be read here. Download it.',
    gone: 'This file is not there any more, or not yours to see.',
    unreachable: 'The file did not come. Check the network and try again.',
    unsupported: 'This browser is too old to show a PDF here. Download it, or update the browser.',
    again: 'Try again',
  } satisfies Record<FileViewWord, string>,
};
