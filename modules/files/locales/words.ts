const zh = {
  file_kind_refused: {
    title: '不支持这种文件',
    detail: '只能上传照片（JPG、PNG、WebP、HEIC）、PDF、MP4 视频和 Excel（.xlsx）或 CSV 表格。',
  },
  file_too_large: {
    title: '文件太大',
    detail: '文件最大 {megabytes} MB，请压缩或分成几个文件后再上传。',
  },
  picture_broken: {
    title: '照片打不开',
    detail: '这个文件不是完好的照片，请重新拍照或另存后再上传。',
  },
  uploads_used_up: {
    title: '今天上传的太多',
    detail: '本店一天最多上传 {gigabytes} GB，请明天再传，或先压缩。',
  },
  range_outside: {
    title: '文件没有这么长',
    detail: '要取的部分在文件之外，文件共 {sizeBytes} 字节。',
  },
};

export const fileProblems = {
  'zh-CN': zh,
  en: {
    file_kind_refused: {
      title: 'Kind of file not accepted',
      detail:
        'Only pictures (JPG, PNG, WebP, HEIC), PDF, MP4 and Excel (.xlsx) or CSV tables can be uploaded.',
    },
    file_too_large: {
      title: 'File too large',
      detail: 'At most {megabytes} MB. Make it smaller or split it.',
    },
    picture_broken: {
      title: 'Broken picture',
      detail: 'This is not an intact picture. Take it again, or save it anew.',
    },
    uploads_used_up: {
      title: 'Too much for today',
      detail: 'A shop uploads at most {gigabytes} GB a day. Go on tomorrow, or make files smaller.',
    },
    range_outside: {
      title: 'Outside of the file',
      detail: 'What is asked for lies outside of the file of {sizeBytes} bytes.',
    },
  } satisfies Record<keyof typeof zh, { title: string; detail: string }>,
};
