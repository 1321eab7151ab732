import type { Criterion } from '../contract.ts';

const one = (
  key: string,
  most: number,
  name: string,
  hint: string,
  isCritical = false,
): Criterion => ({ key, name, hint, most, isCritical });

/**
 * By what a talk is judged as shipped. What is asked follows S2 (追踪服务工作内容、追踪服务规定); the points are practice, and a
 * house changes them by an edition of its own.
 */
export const shippedCriteria: readonly Criterion[] = [
  one('greeting', 3, '问候、报单位和姓名', '三样都说 3 分，缺一样少 1 分'),
  one('reason', 2, '说明回访事由', '说清为哪次来店或哪件事打来'),
  one('questions', 6, '该问的都问到', '车辆使用、维修质量、态度、解释、交车、清洁，每项 1 分'),
  one('listening', 5, '要求、希望、投诉记全', '要点与录音一致，没有漏记（FUP-04）'),
  one('promise', 5, '答应的事已建待办', '当场没答复的都建了待办，有期限（FUP-05）'),
  one('tone', 5, '语气和用语', '耐心、不打断、用标准用语；结束时致谢'),
  one('topics', 2, '话题合适、不重复', '不重复上次的话题，没有向不同意的客户推销'),
  one('data', 3, '核对并更新资料', '电话、车辆、里程有变化的已更新'),
  one('result', 4, '结果登记正确', '接通情况、满意度与录音一致', true),
  one('call', 1, '确有这通电话', '没有打电话却登记了结果的，给 0 分', true),
];
export const shippedPassPercent = 80;
export const shippedSource =
  'S2 二“追踪服务工作内容”、四“追踪服务规定”；分值和及格线为行业惯例，2026-11 整理';
