import { Readable, type Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A stream led through a compressor or its reverse; a fault on either side ends the reading with that fault. */
export async function* through(
  source: AsyncIterable<Buffer>,
  step: Transform,
): AsyncIterable<Buffer> {
  const flow = pipeline(Readable.from(source), step);
  // Told by the reading below, or after it.
  flow.catch(() => undefined);
  try {
    yield* step as AsyncIterable<Buffer>;
  } catch (error) {
    await flow;
    throw error;
  }
  await flow;
}
