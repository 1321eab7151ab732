import type { DatedDay } from '../opening-hours.ts';
import { cn2025 } from './cn-2025.ts';
import { cn2026 } from './cn-2026.ts';
import { cn2027 } from './cn-2027.ts';
import { datedDaysOfYear, type HolidayYear } from './holiday-year.ts';

export const chinaHolidayYears: readonly HolidayYear[] = [cn2025, cn2026, cn2027];

/** China's public holidays and make-up working days, as days of a business calendar. */
export const chinaDays: readonly DatedDay[] = chinaHolidayYears.flatMap(datedDaysOfYear);
