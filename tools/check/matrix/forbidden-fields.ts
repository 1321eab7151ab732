import type { Run } from '../harness.ts';
import { askingOf } from './asking.ts';
import type { Cell } from './cells.ts';
import { changesAtAll } from './changes.ts';
import { expectationOf } from './expectation.ts';
import type { Stage } from './matrix.ts';

/** What the house alone decides: no body may say it, whoever sends it. */
const nobodySends = {
  tenantId: '01a20000-0000-7000-8000-000000000001',
  orgUnitId: '01a20000-0000-7000-8000-000000000001',
  orgPath: '1.',
  id: '01a20000-0000-7000-8000-000000000001',
  createdBy: '01a20000-0000-7000-8000-000000000001',
  createdAt: '2020-01-01T00:00:00.000Z',
  version: 1,
  state: 'closed',
  permissions: ['people.manage'],
  scopes: [''],
  balance: 1,
} as const;

interface Leaf {
  type?: string;
  additionalProperties?: unknown;
  properties?: Record<string, Leaf>;
  items?: Leaf;
  anyOf?: readonly Leaf[];
}

/**
 * G-13: every field that the contract does not name is refused by its name, from everyone who may ask, and nothing
 * changes; every object within a body is as strict. @returns how many requests were sent
 */
export async function tryForbiddenFields(
  stage: Stage,
  { fail }: Pick<Run, 'fail'>,
): Promise<number> {
  let sent = 0;
  const plain = stage.cells.filter(
    ({ route, place, field, state }) =>
      place === 'own' && !field && !state && route.method !== 'GET' && route.kind === 'json',
  );
  for (const cell of plain) {
    for (const loose of looseIn(cell.route.body as Leaf))
      fail(`${cell.route.id}: ${loose} is not strict`);
    const fields = fieldsFor(cell);
    for (const principal of stage.principals) {
      if (expectationOf(cell.route, principal, cell.owners, cell.asking.ids) !== 'allowed')
        continue;
      sent++;
      const asking = askingOf(cell.route, cell.choose, { extra: fields });
      const { method, url, payload } = asking;
      const headers = { ...asking.headers, ...principal.headers };
      const { status, text } = await stage.ask({ method, url, headers, payload });
      const silent = Object.keys(fields).filter((name) => !text.includes(`"/${name}"`));
      const changed = await changesAtAll(stage.rewound, stage.clean);
      await stage.rewound.rewind();
      const who = `${cell.route.id} with fields of its own as ${principal.name}`;
      if (status !== 400) fail(`${who}: ${status}, promised 400`);
      else if (silent.length > 0) fail(`${who}: says nothing of ${silent.join(', ')}`);
      for (const change of changed) fail(`${who}: changes ${change}`);
    }
  }
  return sent;
}

function fieldsFor({ route }: Cell): object {
  const named = Object.keys((route.body as Leaf).properties ?? {});
  return Object.fromEntries(Object.entries(nobodySends).filter(([name]) => !named.includes(name)));
}

function looseIn(leaf: Leaf, path = 'body'): string[] {
  const isLoose = leaf.properties !== undefined && leaf.additionalProperties !== false;
  return [
    ...(isLoose ? [path] : []),
    ...Object.entries(leaf.properties ?? {}).flatMap(([name, part]) =>
      looseIn(part, `${path}.${name}`),
    ),
    ...(leaf.items ? looseIn(leaf.items, `${path}.*`) : []),
    ...(leaf.anyOf ?? []).flatMap((part) => looseIn(part, path)),
  ];
}
