import { formatFen } from '#shared/money.ts';
import type { ReportedFigure } from '../contract.ts';

/** A figure as people read it: a count, a mean in yuan, or a share; a dash where nothing was counted. */
export function figureSaid({ key, value, of }: ReportedFigure): string {
  if (key === 'received') return String(value);
  if (of === 0) return '–';
  if (key === 'cost') return `¥${formatFen(Math.round(value / of))}`;
  return `${Math.round((value / of) * 1000) / 10}%`;
}
/** The numbers behind it. */
export function baseSaid({ key, value, of }: ReportedFigure): string {
  if (key === 'received' || of === 0) return '';
  return key === 'cost' ? `¥${formatFen(value)} / ${of}` : `${value} / ${of}`;
}
