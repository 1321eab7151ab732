/** Why the embedded database did not start; stable, for callers and tests. */
export type RefusalCode =
  | 'already_running'
  | 'platform_unsupported'
  | 'binaries_broken'
  | 'no_unprivileged_account'
  | 'cluster_of_root'
  | 'cluster_unreachable'
  | 'cluster_missing'
  | 'cluster_unsafe'
  | 'wrong_version'
  | 'secret_missing'
  | 'secret_refused'
  | 'initdb_failed'
  | 'disk_full'
  | 'no_permission'
  | 'not_a_folder'
  | 'will_not_stop'
  | 'restore_unfinished'
  | 'start_failed';

/**
 * A refusal that a shop owner can act on. Its message is Chinese first, English below; whoever
 * started us prints it as it is, without a stack.
 */
export class StartRefusal extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options);
    this.name = 'StartRefusal';
    this.code = code;
  }
}

/** Turns what the file system says about a full disk or missing rights into a refusal. */
export function refusalFromSystem(error: unknown, path: string): StartRefusal | undefined {
  const code = (error as NodeJS.ErrnoException | undefined)?.code;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return diskFull(path, error);
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new StartRefusal(
      'no_permission',
      `没有权限读写 ${path}。请用上次启动时的同一个用户运行，或修改该目录的权限。`,
      `No permission to read or write ${path}. Run as the user of the last start, or change its rights.`,
      { cause: error },
    );
  }
  if (code === 'ENOTDIR' || code === 'EEXIST') {
    return new StartRefusal(
      'not_a_folder',
      `${path} 不是目录，不能存放数据。请换一个目录（DATA_DIR）。`,
      `${path} is not a folder and cannot hold the data. Choose another one (DATA_DIR).`,
      { cause: error },
    );
  }
  return undefined;
}

/** Turns what PostgreSQL's programs say before they give up into a refusal, if it is the disk. */
export function refusalFromWords(words: string, path: string): StartRefusal | undefined {
  const full = /No space left|quota exceeded|wrote only \d+ of \d+ bytes/i.test(words);
  return full ? diskFull(path, words) : undefined;
}

function diskFull(path: string, cause: unknown): StartRefusal {
  return new StartRefusal(
    'disk_full',
    `磁盘空间不足，无法写入 ${path}。请清理出一些空间（建议至少 2 GB）后再启动。`,
    `The disk is full, cannot write ${path}. Free some space (2 GB or more) and start again.`,
    { cause },
  );
}
