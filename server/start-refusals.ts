import { BackupRefused } from '#database/backup/refusal.ts';
import { StartRefusal } from '#database/embedded/embedded.ts';
import { MigrationRefused } from '#database/migrate.ts';
import { ConfigRefused } from '#platform/config.ts';
import { isConnectionLoss } from '#platform/database.ts';

/** What the person in front of the screen can do about a start that failed; nothing for a fault of the program. */
export function sentenceFor(error: unknown): string | undefined {
  if (
    error instanceof StartRefusal ||
    error instanceof BackupRefused ||
    error instanceof MigrationRefused ||
    error instanceof ConfigRefused
  )
    return error.message;
  const { code, syscall, port } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall === 'listen') return listenSentence(code, port);
  if (isConnectionLoss(error) || isLoginRefused(code)) {
    return '连不上 DATABASE_URL 指定的数据库（地址、用户、密码或网络）。请检查后再启动。\nThe database of DATABASE_URL cannot be reached: check address, user, password and network.';
  }
  return undefined;
}

function listenSentence(code: string | undefined, port = 0): string {
  const another = '换一个端口再启动，例如 PORT=8090 npm start';
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用。${another}\nPort ${port} is in use. Start on another one.`;
  if (code === 'EACCES')
    return `没有权限使用端口 ${port}。${another}\nNo permission for port ${port}. Start on another one.`;
  return `无法监听 HOST 指定的地址（${code}）。请检查 HOST。\nCannot listen on the address given by HOST (${code}).`;
}

/** A wrong password, an unknown user or database, an unknown host. */
const isLoginRefused = (code = ''): boolean =>
  ['28P01', '28000', '3D000', 'ENOTFOUND', 'EAI_AGAIN'].includes(code);
