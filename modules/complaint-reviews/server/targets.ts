import type { AnalysisFigure } from '../lifecycle.ts';

interface Target {
  target: number | null;
  isTargetUpper: boolean;
  source: string;
}

/** What the sources ask for. A house that asks more of itself says so in its own rules; none of these is made up here. */
const targets: Partial<Record<AnalysisFigure, Target>> = {
  complaintRate: {
    target: 0.1,
    isTargetUpper: true,
    source: '《客户服务体系建设》：投诉率低于 10%，按进厂台次计',
  },
  resolved: {
    target: 0.9,
    isTargetUpper: false,
    source: '《客户服务体系建设》：投诉解决率 90% 以上',
  },
};

/** What is better the rarer it is, with or without a target. */
const rareIsGood: readonly AnalysisFigure[] = ['complaintRate', 'reopened', 'recurred', 'cost'];

export const targetOf = (key: AnalysisFigure): Target =>
  targets[key] ?? { target: null, isTargetUpper: rareIsGood.includes(key), source: '' };
