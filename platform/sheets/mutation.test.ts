import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SheetFault } from './fault.ts';
import { sheetLimits } from './limits.ts';
import { rowsOf } from './reading.ts';
import { textRow, writeWorkbook } from './xlsx-for-tests.ts';

/** More with `MUTATIONS=100000`, before a release. */
const mutations = Number(process.env.MUTATIONS ?? 300);

let folder: string;
let path: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'sheet-mutations-'));
  path = join(folder, 'list');
});
afterAll(() => rm(folder, { recursive: true }));

/** A small generator with a seed, so that a failure can be repeated. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function mutated(bytes: Buffer, seed: number): Buffer {
  const random = randomFrom(seed);
  const copy = Buffer.from(bytes);
  for (let count = random(8); count >= 0; count -= 1) copy[random(copy.length)] = random(256);
  return random(4) === 0 ? copy.subarray(0, random(copy.length)) : copy;
}

/** Reads in this thread, where an error that is no `SheetFault` shows as what it is. */
async function outcomeOf(bytes: Buffer): Promise<'read' | 'fault'> {
  await writeFile(path, bytes);
  try {
    for await (const _ of rowsOf(path, undefined, { ...sheetLimits, bytes: 1_000_000 }));
    return 'read';
  } catch (error) {
    if (error instanceof SheetFault) return 'fault';
    throw error;
  }
}

const sheetXml = `<sheetData>${textRow(['姓名', '电话'])}<row r="3"><c r="A3" t="s"><v>0</v></c><c r="C3" s="1"><f>1+1</f><v>45000.5</v></c></row></sheetData>`;
const otherParts = {
  'xl/styles.xml':
    '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
  'xl/sharedStrings.xml': '<sst><si><t>王芳</t></si></sst>',
};

test('ARC-09 a damaged zip gives rows or a fault, nothing else', async () => {
  await writeWorkbook(path, sheetXml, otherParts);
  const original = await readFile(path);
  expect(await outcomeOf(original)).toBe('read');
  for (let seed = 1; seed <= mutations; seed += 1) {
    expect(['read', 'fault'], `seed ${seed}`).toContain(await outcomeOf(mutated(original, seed)));
  }
}, 3_600_000);

test('ARC-09 damaged XML in a sound zip gives rows or a fault, nothing else', async () => {
  for (let seed = 1; seed <= mutations; seed += 1) {
    const damage = (xml: string) => mutated(Buffer.from(xml), seed).toString();
    await writeWorkbook(path, damage(sheetXml), {
      'xl/styles.xml': damage(otherParts['xl/styles.xml']),
      'xl/sharedStrings.xml': damage(otherParts['xl/sharedStrings.xml']),
    });
    const bytes = await readFile(path);
    expect(['read', 'fault'], `seed ${seed}`).toContain(await outcomeOf(bytes));
  }
}, 3_600_000);

test('ARC-09 a damaged text table gives rows or a fault, nothing else', async () => {
  const original = Buffer.from('\uFEFF姓名,备注\r\n王芳,"说：""好"""\r\n李强,\r\n');
  for (let seed = 1; seed <= mutations; seed += 1) {
    expect(['read', 'fault'], `seed ${seed}`).toContain(await outcomeOf(mutated(original, seed)));
  }
}, 3_600_000);
