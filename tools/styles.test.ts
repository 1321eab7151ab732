import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** How the classes of a module's stylesheets begin: stylesheets of all open screens hold at once. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  appointments: ['appointment'],
  archive: ['archive'],
  cashier: ['cashier'],
  briefs: ['brief', 'indicator'],
  'check-ins': ['checkin'],
  deliveries: ['delivery'],
  inspections: ['inspect'],
  commitments: ['calendar', 'supervision', 'commitment'],
  'complaint-levels': ['level'],
  'complaint-reviews': ['review'],
  'document-holds': ['hold'],
  'training-cases': ['training'],
  complaints: ['complaint'],
  customers: ['customer'],
  exports: ['export'],
  'genuine-check': ['genuine'],
  // The guest's page stands in the frame of the pages that links open.
  campaigns: ['campaign', 'link'],
  'follow-ups': ['call', 'bench', 'talk', 'rule'],
  imports: ['import'],
  'incoming-mails': ['mail'],
  'job-clock': ['clock', 'dispatch', 'wall'],
  'key-tags': ['keytag'],
  letters: ['letter'],
  links: ['link'],
  members: ['member'],
  mobility: ['trip', 'loan'],
  messages: ['message'],
  'message-templates': ['template'],
  organisation: ['shop'],
  people: ['person'],
  'phone-calls': ['phone'],
  'call-checks': ['callcheck'],
  'complaint-reports': ['upward'],
  // The public list stands in the frame of the pages that links open.
  prices: ['price', 'link'],
  reception: ['reception', 'car'],
  'repeat-repairs': ['repeat'],
  sublets: ['sublet'],
  'part-issues': ['part'],
  'health-records': ['health'],
  reminders: ['reminders', 'reminder'],
  // The public page stands in the frame of the pages that links open.
  'shop-page': ['shop-page', 'link'],
  segments: ['segments', 'segment', 'standing', 'rating'],
  'service-orders': ['order'],
  // The customer's page stands in the frame of the pages that links open.
  surveys: ['survey', 'link'],
  vehicles: ['vehicle'],
  'stuck-tasks': ['stuck'],
  webhooks: ['hook'],
};

const stylesheets = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => `${folder}/${name}`);
const classesOf = (file: string) => {
  const rules = readFileSync(file, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
  const selectors = [...rules.matchAll(/([^{}]+)\{/g)].map(([, selector]) => selector!);
  return new Set(
    selectors.flatMap((selector) =>
      [...selector.matchAll(/\.([a-z][\w-]*)/gi)].map((hit) => hit[1]!),
    ),
  );
};

test('a class of a module begins with a word of that module', () => {
  const ofTheShell = new Set(stylesheets('web').flatMap((file) => [...classesOf(file)]));
  const wrong = stylesheets('modules').flatMap((file) => {
    const words = beginnings[file.split('/')[1]!] ?? [file.split('/')[1]!];
    return [...classesOf(file)]
      .filter((name) => !name.startsWith('ant-') && !ofTheShell.has(name))
      .filter((name) => !words.some((word) => name === word || name.startsWith(`${word}-`)))
      .map((name) => `${file}: .${name}`);
  });
  expect(wrong).toEqual([]);
});

test('a stylesheet has one subject: none is longer than 400 lines', () => {
  const long = [...stylesheets('web'), ...stylesheets('modules')].filter(
    (file) => readFileSync(file, 'utf8').split('\n').length > 401,
  );
  expect(long).toEqual([]);
});

test('no field writes its height into a style attribute, which the policy refuses', () => {
  const screens = ['web', 'modules']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    )
    .filter((file) => file.endsWith('.tsx'));
  expect(screens.filter((file) => /\bautoSize\b/.test(readFileSync(file, 'utf8')))).toEqual([]);
});
