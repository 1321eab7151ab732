export {
  type ClockJob,
  type ClockLine,
  type Conflicted,
  clockRoutes,
  type MyClock,
  type Spell,
  type Stamp,
} from './contract-clock.ts';
export {
  type DispatchLine,
  dispatchRoutes,
  guideRoutes,
  type HoursRow,
  type ItemLoop,
  type JobGuide,
  type LateOrder,
  type Technician,
  type WallCard,
} from './contract-dispatch.ts';
export * from './contract-vocabulary.ts';
