import { chmodSync, createReadStream, createWriteStream, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdDecompress } from 'node:zlib';
import { handOver } from '../embedded/account.ts';
import type { ServerOrder } from '../embedded/postmaster.ts';
import { partFile, partSeal } from './base.ts';
import type { Chosen } from './choose.ts';
import type { BackupKey } from './key.ts';
import { type Manifest, type PartName, partNames } from './manifest.ts';
import { mirroredContent, mirroredFile, mirroredFiles } from './mirror.ts';
import { listedFiles } from './prune.ts';
import { BackupRefused } from './refusal.ts';
import { readSealed, sha256Of, writeWhole } from './repository.ts';
import { damaged } from './sealed.ts';
import { through } from './streams.ts';
import { untar } from './tar.ts';

const filePath = ({ line, base }: Chosen, part: PartName) =>
  path.join(line.baseDir, base, partFile(part));

const opened = (chosen: Chosen, key: BackupKey, part: PartName): AsyncIterable<Buffer> =>
  readSealed(filePath(chosen, part), key, partSeal(chosen.base, part));

/** Every part has to be there and to be, byte for byte, what the manifest says. */
export async function checkParts(chosen: Chosen, manifest: Manifest): Promise<void> {
  for (const part of partNames) {
    if (!existsSync(filePath(chosen, part))) throw missing(part);
  }
  for (const part of partNames) {
    const found = await sha256Of(createReadStream(filePath(chosen, part)));
    if (found !== manifest.parts[part].sha256) throw damaged(`${chosen.base}/${partFile(part)}`);
  }
}

/** The data directory of PostgreSQL, with the label without which it would take the copy for a whole one. */
export async function unpackCluster(chosen: Chosen, key: BackupKey, order: ServerOrder) {
  handOver(order.clusterDir, order.account);
  for await (const found of untar(
    through(opened(chosen, key, 'cluster'), createZstdDecompress()),
  )) {
    const target = path.join(order.clusterDir, found.name);
    if (found.isFolder) {
      await mkdir(target, { recursive: true, mode: 0o700 });
    } else {
      await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
      // Not synced one by one: PostgreSQL syncs all it finds before it replays.
      await pipeline(Readable.from(found.content), createWriteStream(target, { mode: 0o600 }));
    }
    handOver(target, order.account);
  }
  const label = path.join(order.clusterDir, 'backup_label');
  await writeWhole(label, opened(chosen, key, 'label'));
  handOver(label, order.account);
  chmodSync(order.clusterDir, 0o700);
}

/** The logins' passwords and the installation's keys. */
export async function unpackSecrets(chosen: Chosen, key: BackupKey, secretDir: string) {
  const source = through(opened(chosen, key, 'secrets'), createZstdDecompress());
  for await (const { name, content } of untar(source)) {
    await writeWhole(path.join(secretDir, path.basename(name)), content);
  }
}

/** Every file that the backup lists, and those that came after it, each proved by its own hash. */
export async function unpackFiles(chosen: Chosen, key: BackupKey, storeDir: string) {
  for (const name of await filesOf(chosen, key)) {
    const target = path.join(storeDir, name);
    await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
    const { sha256 } = await writeWhole(target, mirroredContent(chosen.line, name, key));
    if (sha256 !== path.basename(name)) throw damaged(name);
  }
}

/** The same, read only: whether they could be brought back. @returns how many there are */
export async function proveFiles(chosen: Chosen, key: BackupKey): Promise<number> {
  const names = await filesOf(chosen, key);
  for (const name of names) {
    const found = await sha256Of(mirroredContent(chosen.line, name, key));
    if (found !== path.basename(name)) throw damaged(name);
  }
  return names.length;
}

async function filesOf({ line, base }: Chosen, key: BackupKey): Promise<string[]> {
  const listed = await listedFiles(line, base, key);
  const lost = listed.find((name) => !existsSync(mirroredFile(line, name)));
  if (lost) throw missing(`files/${lost}`);
  return [...new Set([...listed, ...(await mirroredFiles(line))])];
}

function missing(part: PartName | string): BackupRefused {
  if (part === 'label') {
    return new BackupRefused(
      'label_missing',
      '备份缺少 backup_label：没有它，数据库会不声不响地丢掉数据，因此拒绝恢复。请换另一份备份。',
      'The backup lacks its backup_label, without which data would be lost silently. Take another backup.',
    );
  }
  return new BackupRefused(
    'part_missing',
    `备份不完整，缺少 ${part}。请换另一份备份。`,
    `The backup is not whole: ${part} is missing. Take another one.`,
  );
}
