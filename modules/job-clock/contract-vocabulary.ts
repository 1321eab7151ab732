/** What can be pressed: to come and to go, a break, and the clock of a job (WSH-11). */
export const presses = ['in', 'out', 'break', 'back', 'start', 'pause', 'done'] as const;
export type Press = (typeof presses)[number];
export const clocks = ['shift', 'break', 'job'] as const;
/** Why a job stands although its technician is here. */
export const pauseReasons = ['', 'parts', 'customer', 'tool', 'help', 'otherJob'] as const;
export type PauseReason = (typeof pauseReasons)[number];
/** Put on a clock; kept because something stood against it; or refused, and not done at all. */
export const outcomes = ['taken', 'kept', 'refused'] as const;
export type Outcome = (typeof outcomes)[number];
/** What stood against a stamp when it arrived. */
export const conflicts = [
  '',
  'noShift',
  'shiftRuns',
  'otherRuns',
  'overlaps',
  'notRunning',
  'lineDone',
  'notInWork',
  'plateWrong',
  'certificateMissing',
] as const;
export type Conflict = (typeof conflicts)[number];
export const endings = ['', 'pause', 'done', 'break', 'out'] as const;
/** Who has an additional item in his hands now (WSH-05). */
export const itemHolders = ['desk', 'parts', 'technician', 'done'] as const;
