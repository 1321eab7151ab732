import { exportList } from '#platform/exported-lists.ts';
import { type ListedReport, reportRoutes } from '../contract.ts';
import { type ReportFigure, reportFigures } from '../lifecycle.ts';
import { reportWords } from '../locales/words.ts';

const shares = reportFigures.filter((key) => key !== 'received' && key !== 'cost');
const figureOf = (row: ListedReport, key: ReportFigure) =>
  row.figures.find((figure) => figure.key === key);
/** In percent with one decimal; nothing where nothing was counted. */
const percentOf = (row: ListedReport, key: ReportFigure) => {
  const figure = figureOf(row, key);
  return figure && figure.of > 0 ? Math.round((figure.value / figure.of) * 1000) / 10 : null;
};
const number = { kind: 'number', width: 14 } as const;

/** 投诉定期报告登记: one line a report with its figures in numbers, those of timeliness and rates in percent (CMP-14). */
exportList({
  route: reportRoutes.list,
  title: 'register',
  words: reportWords,
  columns: [
    { key: 'period', word: 'period', width: 24, of: (row) => `${row.fromOn} — ${row.untilOn}` },
    { key: 'unit', word: 'unit', width: 24, of: (row) => row.unitName },
    { key: 'to', word: 'to', width: 24, of: (row) => row.toUnitName },
    { key: 'state', word: 'state', of: (row, say) => say(`state_${row.state}`) },
    { key: 'edition', word: 'editionColumn', ...number, of: (row) => row.edition },
    { key: 'due', word: 'dueAt', kind: 'instant', width: 18, of: (row) => row.dueAt },
    { key: 'sent', word: 'sentAt', kind: 'instant', width: 18, of: (row) => row.sentAt },
    { key: 'late', word: 'late', of: (row, say) => (row.isLate ? say('late') : '') },
    {
      ...{ key: 'received', word: 'figure_received', ...number },
      of: (row) => figureOf(row, 'received')?.value ?? 0,
    },
    { key: 'closed', word: 'closed', ...number, of: (row) => row.closed },
    { key: 'overdue', word: 'overdue', ...number, of: (row) => row.overdue },
    ...shares.map((key) => ({
      ...{ key, word: `figure_${key}` as const, ...number },
      of: (row: ListedReport) => percentOf(row, key),
    })),
    {
      ...{ key: 'cost', word: 'meanCost', ...number },
      of: (row) => {
        const cost = figureOf(row, 'cost');
        return cost && cost.of > 0 ? Math.round(cost.value / cost.of) / 100 : null;
      },
    },
  ],
});
