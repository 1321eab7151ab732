/** What a stretch of work was: a request by route, a statement or a task by name. Never what was asked or answered. */
export type TracedKind = 'request' | 'statement' | 'task';

/** Runs the work and records how long it took; hands its result or its error on. */
export type Recorder = <Result>(
  kind: TracedKind,
  name: string,
  run: () => Promise<Result>,
) => Promise<Result>;

let recorder: Recorder | undefined;

/** Set once at the start where somebody wants traces; without it tracing costs one comparison. */
export const traceWith = (chosen: Recorder | undefined): void => {
  recorder = chosen;
};

/** Under a name that is the same for everybody: no ids, no values, no tenants (D-74). */
export const traced: Recorder = (kind, name, run) => (recorder ? recorder(kind, name, run) : run());
