import { exportList } from '#platform/exported-lists.ts';
import { dispatchRoutes } from '../contract.ts';
import { jobClockWords } from '../locales/words.ts';

const hours = (minutes: number) => Math.round((minutes * 100) / 60) / 100;
const percent = (perMille: number | null) => (perMille === null ? null : perMille / 10);

exportList({
  route: dispatchRoutes.hours,
  title: 'hours',
  words: jobClockWords,
  columns: [
    { key: 'period', word: 'period', kind: 'date', width: 14, of: (row) => row.period },
    { key: 'name', word: 'who', width: 16, of: (row) => row.name },
    { key: 'unit', word: 'unit', width: 20, of: (row) => row.unitName },
    { key: 'attended', word: 'attended', kind: 'number', of: (row) => hours(row.attendedMinutes) },
    { key: 'worked', word: 'worked', kind: 'number', of: (row) => hours(row.workedMinutes) },
    { key: 'sold', word: 'sold', kind: 'number', of: (row) => hours(row.soldMinutes) },
    {
      key: 'utilisation',
      word: 'utilisation',
      kind: 'number',
      of: (row) => percent(row.utilisation),
    },
    { key: 'efficiency', word: 'efficiency', kind: 'number', of: (row) => percent(row.efficiency) },
    {
      key: 'productivity',
      word: 'productivity',
      kind: 'number',
      of: (row) => percent(row.productivity),
    },
  ],
});
