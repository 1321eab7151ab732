import { settingOf, zoneOfTenant } from '#modules/organisation/server/index.ts';
import type { Work } from '#platform/work.ts';
import { addMonths, dateIn, instantAt } from '#shared/dates.ts';
import type { ClosedComplaint } from './queries.ts';

/** How long the evidence of a closed complaint is kept together; who changes it adds a row and leaves what was. */
interface Term {
  fromOn: string;
  monthsAfterClosing: number;
  source: string;
  /** Of which complaints it is said; of all, where left out. */
  kinds?: readonly string[];
  severities?: readonly string[];
  channels?: readonly string[];
  /** Only where it was closed with a step missing: the customer may not have agreed. */
  isByException?: true;
}

/** Whoever was harmed may sue within three years of knowing of it; the market authority takes complaints as long. */
const threeYears = {
  fromOn: '2021-01-01',
  monthsAfterClosing: 36,
  source: '民法典第一百八十八条：诉讼时效三年，自投诉办结起算',
} as const;

/** While a complaint is open its evidence is held whatever stands here. The longest row that fits counts. */
const shipped: readonly Term[] = [
  { ...threeYears, kinds: ['productQuality', 'repairTechnique', 'parts', 'price'] },
  { ...threeYears, severities: ['raised', 'major'] },
  { ...threeYears, isByException: true },
  {
    fromOn: '2022-03-24',
    monthsAfterClosing: 36,
    source: '市场监督管理投诉举报处理暂行办法：三年内的争议仍可投诉，自办结起算',
    channels: ['authority'],
  },
  {
    fromOn: '2021-01-01',
    monthsAfterClosing: 12,
    source: '企业自定：未涉及质量、配件和价格的一般投诉，办结后一年',
  },
];

const fits = ({ kinds, severities, channels, isByException }: Term, of: ClosedComplaint) =>
  (!kinds || kinds.includes(of.kind)) &&
  (!severities || severities.includes(of.severity)) &&
  (!channels || channels.includes(of.channel)) &&
  (!isByException || of.isByException);

/** Until when the evidence of a closed complaint is held, and by what: the rows that held on the day it was closed. */
export async function termAfter(
  work: Work,
  of: ClosedComplaint & { closedAt: Date },
): Promise<{ untilAt: Date; source: string }> {
  const own = await settingOf<readonly Term[]>(work, 'documentHolds.terms', of.orgPath, []);
  const closedOn = dateIn(zoneOfTenant, of.closedAt);
  // A house with rows of its own answers for all of its complaints by them.
  const fitting = (rows: readonly Term[]) =>
    rows
      .filter((row) => row.fromOn <= closedOn && fits(row, of))
      .toSorted((one, other) => other.monthsAfterClosing - one.monthsAfterClosing);
  const [term] = [...fitting(own), ...fitting(shipped)];
  const { monthsAfterClosing, source } = term ?? threeYears;
  const untilOn = addMonths(closedOn, monthsAfterClosing);
  return { untilAt: instantAt(zoneOfTenant, untilOn, '23:59'), source };
}
