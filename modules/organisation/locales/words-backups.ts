const zh = {
  backups: '备份',
  good: '数据已备份：{backup}；恢复演练成功：{test}',
  late: '备份已过期！上次成功备份：{backup}；上次恢复演练：{test}。请在服务器上运行 npm run backup，看看原因。',
  waiting: '还没有备份：启动几分钟后会自动做第一次，并试着恢复一遍。',
  off: '自动备份已关闭（BACKUPS=off）。磁盘坏了，数据就没了。',
  never: '还没有',
  keyShort: '备份密钥还没有抄下来',
  lastBackup: '上次成功备份',
  lastTest: '上次恢复演练',
  lastWal: '最近写入已备份到',
  restorableFrom: '可恢复到此后的任意一秒',
  size: '最近一次大小',
  copyKey:
    '备份密钥还没有抄下来：没有它，备份打不开。请在服务器上运行 npm run backup -- --key，写在纸上，放到店外。',
  sameDisk: '备份和数据在同一块磁盘上，磁盘坏了会一起丢失。请接一块移动硬盘，并设置 BACKUP_DIR。',
  ownServer: '使用自己的 PostgreSQL 服务器，请按运行手册用 pgBackRest 备份。',
};

export const backupWords = {
  'zh-CN': zh,
  en: {
    backups: 'Backups',
    good: 'Backed up: {backup}; restore tested: {test}',
    late: 'Backups are late! Last good backup: {backup}; last restore test: {test}. Run npm run backup on the server to see why.',
    waiting:
      'No backup yet: the first one is made some minutes after the start, and then restored as a test.',
    off: 'Automatic backups are off (BACKUPS=off). If the disk breaks, the data is gone.',
    never: 'not yet',
    keyShort: 'Nobody has copied the backup key yet',
    lastBackup: 'Last good backup',
    lastTest: 'Last restore test',
    lastWal: 'Latest writing backed up',
    restorableFrom: 'Any second since',
    size: 'Size of the last one',
    copyKey:
      'Nobody has copied the backup key yet; without it no backup opens. Run npm run backup -- --key on the server, write it down and keep it elsewhere.',
    sameDisk:
      'Backups and data lie on the same disk and would be lost together. Connect another disk and set BACKUP_DIR.',
    ownServer: 'A PostgreSQL server of your own: back it up with pgBackRest as the manual says.',
  } satisfies Record<keyof typeof zh, string>,
};
