import cluster, { type Worker } from 'node:cluster';
import { AggregatorRegistry, type Registry } from 'prom-client';

/** What a process that answers requests asks the first one, and is told: the figures of all of them as one. */
type Asked = { figuresOf: number };
type Told = { figuresFor: number; text: string };

/** In the first process: gathers the figures of the others for whichever of them was asked. */
export function answerForFigures() {
  const all = new AggregatorRegistry();
  const hear = (worker: Worker, { figuresOf }: Partial<Asked>) => {
    if (figuresOf === undefined) return;
    void all
      .clusterMetrics()
      .catch(() => '')
      .then((text) => {
        if (worker.isConnected()) worker.send({ figuresFor: figuresOf, text } satisfies Told);
      });
  };
  cluster.on('message', hear);
  return { stop: () => void cluster.off('message', hear) };
}

let asked = 0;

/** The figures to show: of this process, or of all where it is one of several. */
export async function figuresOfAll(register: Registry): Promise<string> {
  if (!cluster.isWorker) return register.metrics();
  const question = ++asked;
  return new Promise((resolve) => {
    const hear = ({ figuresFor, text }: Partial<Told>) => {
      if (figuresFor !== question) return;
      process.off('message', hear);
      resolve(text ?? '');
    };
    process.on('message', hear);
    process.send!({ figuresOf: question } satisfies Asked);
  });
}

/** Lets the first process ask for the figures of this one. */
export function tellFigures(register: Registry): void {
  if (!cluster.isWorker) return;
  AggregatorRegistry.setRegistries(register);
  // Made for its ear alone: it listens for the question.
  new AggregatorRegistry();
}
