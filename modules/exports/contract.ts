import { type Static, Type } from 'typebox';
import {
  count,
  id,
  instant,
  line,
  listOf,
  nullable,
  oneOf,
  pageFields,
  text,
} from '#shared/fields.ts';
import { route, shape } from '#shared/route.ts';
import { takenOut } from './contract-lists.ts';
import { exportLife } from './lifecycle.ts';

const list = oneOf(takenOut, 'the route of the list');
const query = text(1000, 'the list’s own query as in its address, without limit and cursor');

const fields = {
  id,
  number: line(40),
  list,
  filter: text(1000),
  columns: Type.Array(line(40), { maxItems: 60 }),
  reason: text(200),
  isWhole: Type.Boolean({ description: 'telephones stand in it in full' }),
  rowsPlanned: count,
  rowsWritten: nullable(count),
  state: oneOf(exportLife.states),
  employeeId: id,
  employeeName: text(80),
  createdAt: instant,
  expiresAt: instant,
};
export const listExport = shape(fields, { $id: 'ListExport' });
export type ListExport = Static<typeof listExport>;

const budget = shape({ rowsADay: count, left: count });

const outlook = shape(
  {
    list,
    title: line(80),
    rows: Type.Integer({ ...count, description: 'of the list; counted no further than is left' }),
    isMore: Type.Boolean({ description: 'there are more than that' }),
    columns: Type.Array(shape({ key: line(40), shownAs: line(40), name: line(80) }), {
      maxItems: 60,
    }),
    mayHaveWhole: Type.Boolean({ description: 'may ask for telephones in full' }),
    budget,
  },
  { $id: 'ExportOutlook' },
);
export type ExportOutlook = Static<typeof outlook>;

const roleBudget = shape(
  { roleId: id, roleName: line(40), rowsADay: count, isUsual: Type.Boolean() },
  { $id: 'ExportBudget' },
);
export type RoleBudget = Static<typeof roleBudget>;

export const exportRoutes = {
  list: route({
    id: 'exports.list',
    method: 'GET',
    path: '/exports',
    summary: 'Who took which list out of the house, what for and how many rows, the latest first',
    access: 'audit.see',
    query: shape({
      ...pageFields,
      employeeId: Type.Optional(id),
      list: Type.Optional(list),
    }),
    reply: listOf(listExport),
  }),
  outlook: route({
    id: 'exports.outlook',
    method: 'GET',
    path: '/exports/outlook',
    summary: 'What a list would be as a workbook: its columns, its rows, what is left of the day',
    access: 'customers.export',
    query: shape({ list, query: Type.Optional(query) }),
    reply: outlook,
  }),
  ask: route({
    id: 'exports.ask',
    method: 'POST',
    path: '/exports',
    summary:
      'Ask for a list as a workbook, as its screen shows it: on record, within the day’s rows',
    access: 'customers.export',
    stepUp: true,
    writesItself: true,
    rate: 'heavy',
    body: shape({
      list,
      query: Type.Optional(query),
      columns: Type.Array(line(40), { minItems: 1, maxItems: 60, uniqueItems: true }),
      reason: line(200, 'what it is for'),
      isWhole: Type.Optional(Type.Boolean({ description: 'telephones in full' })),
    }),
    reply: listExport,
    status: 201,
    problems: ['export_budget', 'export_column', 'export_people_only'],
  }),
  fetch: route({
    id: 'exports.fetch',
    mayLag: true,
    method: 'GET',
    path: '/exports/:exportId/file',
    summary: 'The workbook that the caller asked for, written while it is sent: once',
    access: 'customers.export',
    about: 'listExport',
    audit: 'read',
    kind: 'stream',
    rate: 'heavy',
    personal: true,
    params: shape({ exportId: id }),
    reply: Type.Unknown({ description: 'bytes' }),
    problems: ['export_over', 'export_people_only', 'step_not_allowed'],
  }),
  budgets: route({
    id: 'exports.budgets',
    method: 'GET',
    path: '/export-budgets',
    summary: 'How many rows a day each role may take out',
    access: 'audit.see',
    reply: shape({ items: Type.Array(roleBudget, { maxItems: 200 }) }),
  }),
  setBudget: route({
    id: 'exports.setBudget',
    method: 'POST',
    path: '/roles/:roleId/export-budget',
    summary: 'Say how many rows a day a role may take out',
    access: 'organisation.manage',
    about: 'role',
    isHouseWide: true,
    stepUp: true,
    params: shape({ roleId: id }),
    body: shape({ rowsADay: Type.Integer({ minimum: 0, maximum: 1_000_000 }) }),
    reply: roleBudget,
  }),
};
