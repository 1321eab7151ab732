import type { Route } from '#shared/route.ts';
import { type Asking, askingOf, type Chosen, freeTextsOf, nobodysId } from './asking.ts';
import type { Holdings, Owner } from './holdings.ts';
import { type IdField, idFieldsOf, isNeeded, nameOf } from './id-fields.ts';
import type { World } from './world.ts';

/** Where the records in a request lie. */
export const places = ['own', 'sister', 'foreign', 'nobody'] as const;
export type Place = (typeof places)[number];

/** A request of a route, and whose the records in it are. */
export interface Cell {
  readonly route: Route;
  readonly name: string;
  readonly place: Place;
  /** The one place of the request that was given another's id, where it is one alone. */
  readonly field: string | undefined;
  /** In which state the record is; of interest to those only who pass the gate. */
  readonly state: string | undefined;
  /** What is searched for. */
  readonly text: string | undefined;
  readonly asking: Asking;
  /** Gives the record for each place of the request, to ask the same with more in it. */
  readonly choose: (field: IdField) => Chosen | undefined;
  /** Whose the records in the address are. */
  readonly owners: readonly (Owner | undefined)[];
  /** Whose the record is that stands at the place; `undefined` where there is none. */
  readonly placed: Owner | undefined;
}

/** The first words of every name and plate in the world, so that a search finds what it may and should not find. */
const searched = [
  '王',
  '欧阳思远',
  'wang',
  'wxy',
  '粤B10000',
  '10000',
  '13800138000',
  '8000',
  'GD261122-001',
];

/** Every request of a route: all of it at each place, and one id at a time at another. Throws when there is none. */
export function cellsOf(route: Route, world: World, holdings: Holdings): Cell[] {
  const fields = idFieldsOf(route);
  const chooser = new Chooser(world, holdings, fields);
  const inAddress = fields.filter(({ part }) => part === 'params');
  const needed = fields.filter((field) => isNeeded(route, field)).map(nameOf);
  const cell = (
    place: Place,
    field: IdField | undefined,
    { text, state, beside }: More = {},
  ): Cell => {
    const vouching = beside && nameOf(beside);
    const placeOf = (one: IdField): Place | undefined => {
      const name = nameOf(one);
      if (field === undefined) return needed.includes(name) ? place : undefined;
      if (name === nameOf(field)) return place;
      return needed.includes(name) || name === vouching ? 'own' : undefined;
    };
    const placedOf = (one = fields.find((each) => needed.includes(nameOf(each)))) =>
      one && chooser.ownerAt(place, chooser.at(one, place, state));
    const choose = (one: IdField) => {
      const at = placeOf(one);
      return at && chooser.at(one, at, state);
    };
    const told = field && `${vouching ? `beside own ${vouching}, ` : ''}${nameOf(field)}`;
    return {
      // As the contract says it now: a mutant takes its access away later.
      route: { ...route },
      choose,
      place,
      field: told,
      state,
      text,
      name: `${route.id} ${place}${state ? ` ${state}` : ''}${told ? ` ${told}` : ''}${text ? ` “${text}”` : ''}`,
      asking: askingOf(route, choose, { text }),
      placed: placedOf(field),
      owners: inAddress.map((one) => chooser.ownerAt(placeOf(one)!, choose(one))),
    };
  };
  const apart = fields.filter((field) => field.part !== 'params' || inAddress.length > 1);
  const optional = fields.filter((field) => !needed.includes(nameOf(field)));
  return [
    ...(needed.length > 0 ? places : (['own'] as const)).map((place) => cell(place, undefined)),
    ...(route.method === 'GET' ? [] : chooser.statesOf(inAddress[0])).flatMap((state) =>
      (['own', 'sister'] as const).map((place) => cell(place, undefined, { state })),
    ),
    ...apart.flatMap((field) => places.map((place) => cell(place, field))),
    ...apart.flatMap((field) =>
      optional
        .filter((beside) => beside !== field)
        .flatMap((beside) =>
          (['sister', 'foreign', 'nobody'] as const).map((place) => cell(place, field, { beside })),
        ),
    ),
    ...(freeTextsOf(route).length > 0
      ? searched.map((text) => cell('own', undefined, { text }))
      : []),
  ];
}

interface More {
  /** Another place, where one's own record stands: what is looked up first may not vouch for the rest. */
  readonly beside?: IdField;
  readonly text?: string;
  readonly state?: string;
}

/** Gives the records of a request so that they belong together: a line with the order that it is of. */
class Chooser {
  private readonly world: World;
  private readonly holdings: Holdings;
  private readonly fields: readonly IdField[];
  constructor(world: World, holdings: Holdings, fields: readonly IdField[]) {
    this.world = world;
    this.holdings = holdings;
    this.fields = fields;
  }

  /** The states in which a shop has such a record, besides the one that is taken anyway. */
  statesOf(field: IdField | undefined): string[] {
    if (!field || field.table === 'tenants') return [];
    const rows = this.holdings.rowsAt(field.table, this.placeOf('own'));
    const taken = rows.find(({ id }) => id === this.at(field, 'own').id)?.state;
    const states = rows.map(({ state }) => state).filter((state) => typeof state === 'string');
    return [...new Set(states)].filter((state) => state !== taken);
  }

  at(field: IdField, place: Place, state?: string): Chosen {
    if (place === 'nobody') return { id: nobodysId, version: 1 };
    const owner = this.placeOf(place);
    if (field.table === 'tenants') return { id: owner.tenantId, version: 1 };
    const all = this.holdings.rowsAt(field.table, owner);
    const fitting = all.filter((each) => each.state === state);
    const rows = fitting.length > 0 ? fitting : all;
    const row = rows.find((each) => this.hasChildren(field, String(each.id), owner)) ?? rows[0];
    if (!row)
      throw new Error(
        `${nameOf(field)}: the world has nothing in ${field.table} of the ${place} shop, furnish it`,
      );
    return { id: String(row.id), version: Number(row.version ?? 1) };
  }

  ownerAt(place: Place, chosen: Chosen | undefined): Owner | undefined {
    if (place === 'nobody' || !chosen) return undefined;
    return this.holdings.ownerOf.get(chosen.id) ?? { tenantId: chosen.id, path: undefined };
  }

  private placeOf(place: Exclude<Place, 'nobody'>): Owner {
    const { home, foreign } = this.world;
    const shop = { own: home.branches[0], sister: home.branches[1], foreign: foreign.branches[0] };
    const { tenantId, unitPath } = shop[place].shop;
    return { tenantId, path: unitPath };
  }

  /** Whether the first record of every finer field of the route hangs on this one. */
  private hasChildren(field: IdField, id: string, owner: Owner): boolean {
    return this.fields
      .filter((other) => other !== field)
      .every((other) => {
        const first = this.holdings.rowsAt(other.table, owner)[0];
        const points = first && Object.keys(first).some((name) => isPointer(name, field));
        return (
          !points ||
          Object.entries(first).some(([name, value]) => isPointer(name, field) && value === id)
        );
      });
  }
}

const isPointer = (column: string, { path }: IdField) =>
  column.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) === path.at(-1);
