/** A life cycle as data: the server enforces it, the screen draws it, a test checks it against the database. */
export interface Lifecycle<State extends string, Step extends string> {
  readonly initial: State;
  readonly states: readonly State[];
  readonly steps: Readonly<Record<Step, { from: readonly State[]; to: State }>>;
  allowed(state: State): Step[];
  next(step: Step, state: State): State;
}

/** Names the state and the way out of it, so that a 409 tells the caller what to do instead. */
export class StepNotAllowed extends Error {
  readonly step: string;
  readonly state: string;
  readonly allowedSteps: readonly string[];
  constructor(step: string, state: string, allowedSteps: readonly string[]) {
    super(`${step} is not allowed while ${state}`);
    this.step = step;
    this.state = state;
    this.allowedSteps = allowedSteps;
  }
}

/** A life cycle from its table; `next` throws `StepNotAllowed` where no edge leads. */
export function defineLifecycle<const State extends string, const Step extends string>(table: {
  initial: State;
  states: readonly State[];
  steps: Record<Step, { from: readonly NoInfer<State>[]; to: NoInfer<State> }>;
}): Lifecycle<State, Step> {
  const steps = Object.entries(table.steps) as [Step, { from: readonly State[]; to: State }][];
  const allowed = (state: State) =>
    steps.filter(([, edge]) => edge.from.includes(state)).map(([step]) => step);
  return {
    ...table,
    allowed,
    next(step, state) {
      const edge = table.steps[step];
      if (!edge.from.includes(state)) throw new StepNotAllowed(step, state, allowed(state));
      return edge.to;
    },
  };
}
