// What every command of the project says and how it ends. Plain JavaScript on Node's own modules: it
// runs on whatever Node the machine has, before anything is installed.
import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

export const packages = path.join(root, 'node_modules');

/** A reason not to go on that a person can act on; printed as it is, without a stack. */
export class Refusal extends Error {
  /**
   * @param {string} chinese what happened and what to do
   * @param {string} english the same, shorter
   */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = 'Refusal';
  }
}

/** One line of progress, Chinese first. */
export function say(chinese, english) {
  console.log(`景明 · ${chinese} (${english})`);
}

/** Runs a command's whole work; a refusal ends it in plain words with exit code 1. */
export async function main(work) {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.error(`\n${error.message}\n`);
    process.exitCode = 1;
  }
}

/** Refuses a project folder that may not be written to. */
export function requireWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw noPermission();
  }
}

/** The refusal for a disk without room. */
export function diskFull() {
  return new Refusal(
    `磁盘空间不足：${root} 所在的磁盘至少需要 1 GB 可用空间。`,
    `The disk is full: 1 GB must be free where ${root} lies.`,
  );
}

/** The refusal for a folder that may not be written to. */
export function noPermission() {
  return new Refusal(
    `没有权限写入 ${root}。请把项目放到自己的目录里，或用拥有该目录的用户运行。`,
    `No permission to write ${root}. Put the project in a folder of yours, or run as its owner.`,
  );
}

/** The exit code of a child; -1 when it could not be started at all. */
export function statusOf(child) {
  return new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('close', (code, signal) => resolve(signal ? 1 : code));
  });
}
