import { AsyncLocalStorage } from 'node:async_hooks';
import { type Context, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, TracerProvider } from '@opentelemetry/sdk-trace';
import { toldOf } from '#platform/plain-words.ts';
import { type Recorder, type TracedKind, traceWith } from '#platform/trace.ts';

const kinds: Record<TracedKind, SpanKind> = {
  request: SpanKind.SERVER,
  statement: SpanKind.CLIENT,
  task: SpanKind.CONSUMER,
};

/**
 * Sends spans of requests, statements and tasks to a collector (OTLP over HTTP). They hold names and times, and no
 * values: neither parameters nor rows, addresses or people (D-74).
 * @param endpoint the collector’s base address, as in `OTEL_EXPORTER_OTLP_ENDPOINT`
 */
export function startTracing(endpoint: string): { stop(): Promise<void> } {
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/(?<!\/)\/+$/, '')}/v1/traces`,
  });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'jingming' }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('jingming');
  const within = new AsyncLocalStorage<Context>();

  const record: Recorder = async (kind, name, run) => {
    const parent = within.getStore() ?? ROOT_CONTEXT;
    const span = tracer.startSpan(name, { kind: kinds[kind] }, parent);
    try {
      return await within.run(trace.setSpan(parent, span), run);
    } catch (error) {
      span.setAttribute('error.type', toldOf(error).type).setStatus({ code: SpanStatusCode.ERROR });
      throw error;
    } finally {
      span.end();
    }
  };
  traceWith(record);
  return {
    stop: async () => {
      traceWith(undefined);
      await provider.shutdown().catch(() => {});
    },
  };
}
