import { globSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import sharp from 'sharp';
import { afterAll, expect, test } from 'vitest';
import { compact, readPdf } from '#test/pdf.ts';
import { type FormFrame, type FormTemplate, printedAmount, printForm } from './form.ts';
import { printTemplate } from './print.ts';
import { createPrinter } from './printer.ts';

const folder = mkdtempSync(join(tmpdir(), 'print-'));

function templateFile(name: string, typst: string): string {
  const path = join(folder, name);
  writeFileSync(path, typst);
  return path;
}

const noteTemplate: FormTemplate<{ note: string }> = printTemplate(
  pathToFileURL(
    templateFile(
      'note.typ',
      '#import "/parts.typ": *\n#show: form.with(document-data.frame)\n#written(document-data.body.note)',
    ),
  ),
);

const frame: FormFrame = {
  shop: { name: '景明汽车' },
  recordUrl: 'https://jm.example.cn/n/1',
  printedAt: new Date('2026-11-20T16:30:00Z'),
  printedBy: '林晓岚',
};

const printNote = async (note: string, locale?: 'zh-CN' | 'en') => {
  const heading = { title: '便条', number: 'N-1', formNumber: 'T-01' };
  const printed = await printForm(noteTemplate, { ...frame, locale }, heading, { note });
  return { ...printed, ...(await readPdf(printed.pdf)) };
};

const printer = createPrinter({ waitingForms: 1, dataCharacters: 100 });
afterAll(() => printer.close());

const orderOf = (typst: string, json = '{}') => ({
  templatePath: templateFile(`${typst.length}-${json.length}.typ`, typst),
  json,
  images: {},
});

test('text is selectable and both fonts, none else, are embedded', async () => {
  const { pages, fonts, embeddedFonts } = await printNote('右前轮异响，客户等候');
  expect(pages[0]).toContain('右前轮异响，客户等候');
  expect(fonts).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular']);
  expect(embeddedFonts).toBe(2);
});

test('the frame says who printed when, on the shop’s clock, and which page of how many', async () => {
  const { pages } = await printNote('一');
  expect(pages[0]).toContain('打印2026-11-2100:30林晓岚');
  expect(pages[0]).toContain('第1页/共1页');
  expect((await printNote('one', 'en')).pages[0]).toContain('Page1of1');
});

test('the QR code opens the record', async () => {
  expect((await printNote('一')).qr).toBe('https://jm.example.cn/n/1');
});

test('markup in a record stays text', async () => {
  const note =
    '# $x^2$ * _i_ `r` <label> @ref [c] ~ \\ #panic("no") #read("/etc/passwd") // /* */ = - + "quoted"';
  expect((await printNote(note)).pages[0]).toContain(compact(note));
});

test('a character without a glyph is marked on paper, named below and reported', async () => {
  const { pages, missing } = await printNote('张𠮷祥，镕喆淼骉');
  expect(missing).toEqual(['𠮷']);
  expect(pages[0]).toContain('张〓祥，镕喆淼骉');
  expect(pages[0]).toContain('U+20BB7');
});

test('a text of 6,000 characters runs over pages and loses nothing', async () => {
  const note = Array.from({ length: 1200 }, (_, index) => `第${index}句。`).join('');
  const { pages } = await printNote(note);
  expect(pages.length).toBeGreaterThan(1);
  const printed = pages.map((page) => page.replace(/^.*?便条N-1|表单T-01.*$/g, '')).join('');
  expect(printed).toContain('第0句。');
  expect(note.split('。').filter((sentence) => !printed.includes(sentence))).toEqual([]);
});

test('a long run of letters is broken within the page', async () => {
  const run = 'W'.repeat(400);
  expect((await printNote(run)).pages[0]).toContain(run);
});

test.each(['/etc/passwd', '../../package.json'])('D-55 a template cannot read %s', async (path) => {
  await expect(printer.print(orderOf(`#read("${path}")`))).rejects.toThrow(/printing failed/);
});

test('D-55 no template asks for a package of the network', () => {
  const templates = globSync('{platform,modules}/**/*.typ');
  expect(templates.length).toBeGreaterThan(2);
  expect(templates.filter((file) => readFileSync(file, 'utf8').includes('"@'))).toEqual([]);
});

test('a fault of the template is told with its place, and the next form is printed', async () => {
  await expect(printer.print(orderOf('#unknown-name'))).rejects.toThrow(/unknown variable/);
  expect((await printer.print(orderOf('still here'))).pdf.length).toBeGreaterThan(0);
});

test('the queue is bounded: what is too much is refused at once', async () => {
  const first = printer.print(orderOf('one'));
  const second = printer.print(orderOf('two'));
  await expect(printer.print(orderOf('three'))).rejects.toMatchObject({ code: 'print_busy' });
  await Promise.all([first, second]);
});

test('too much data is refused before it reaches the printer', async () => {
  const json = JSON.stringify({ note: '长'.repeat(200) });
  await expect(printer.print(orderOf('a', json))).rejects.toMatchObject({
    code: 'print_too_large',
  });
});

test('a form over its limit is given up', async () => {
  const hasty = createPrinter({ formMs: 1 });
  await expect(hasty.print(orderOf('slow'))).rejects.toMatchObject({ code: 'print_too_slow' });
  await hasty.close();
});

test('when a form cannot be printed it fails alone, and what waited is printed', async () => {
  const absent = { ...orderOf(''), templatePath: join(folder, 'absent.typ') };
  const lost = printer.print(absent);
  const waited = printer.print(orderOf('waited'));
  await expect(lost).rejects.toThrow(/ENOENT/);
  expect((await waited).pdf.length).toBeGreaterThan(0);
});

test('what waits when printing stops is refused', async () => {
  const stopping = createPrinter();
  const waiting = [stopping.print(orderOf('one')), stopping.print(orderOf('two'))];
  const refused = Promise.allSettled(waiting);
  await stopping.close();
  expect(await refused).toMatchObject([
    { status: 'rejected', reason: { code: 'print_stopped' } },
    { status: 'rejected', reason: { code: 'print_stopped' } },
  ]);
});

test.each([
  [0, '0.00'],
  [5, '0.05'],
  [123450, '1,234.50'],
  [-100000001, '-1,000,000.01'],
  [undefined, ''],
])('%s fen are printed as "%s"', (fen, printed) => {
  expect(printedAmount(fen)).toBe(printed);
});

test('D-40 in the picture of several pages none lies under the ground of the next', async () => {
  const pages =
    '#set page(width: 40mm, height: 40mm)\n#rect(fill: black)\n#pagebreak()\n#rect(fill: black)';
  const order = { templatePath: templateFile('pages.typ', pages), json: '{}', images: {} };
  const { picture = '' } = await printer.print({ ...order, withPicture: true });
  const { data, info } = await sharp(Buffer.from(picture))
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const half = (info.width * info.height) / 2;
  const darkIn = (pixels: Buffer) => pixels.filter((pixel) => pixel < 64).length;
  expect(darkIn(data.subarray(0, half))).toBeGreaterThan(0);
  expect(darkIn(data.subarray(half))).toBe(darkIn(data.subarray(0, half)));
});
