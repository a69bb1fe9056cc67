import {
  AggregationTemporality,
  InMemoryMetricExporter,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import { InMemorySpanExporter, SimpleSpanProcessor, type ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { openTelemetry } from '../../src/telemetry/openTelemetry';
import type { Telemetry } from '../../src/telemetry/telemetry';

export type Point = { name: string; unit: string; attributes: Record<string, unknown>; value: unknown };
export type Watching = { telemetry: Telemetry; spans: () => readonly ReadableSpan[]; points: () => Promise<Point[]> };

/** Telemetry whose exporters keep all that they are given. */
export const watching = (elapsed: () => number = () => performance.now()): Watching => {
  const spans = new InMemorySpanExporter();
  const kept = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({ exporter: kept, exportIntervalMillis: 3_600_000 });
  const telemetry = openTelemetry({
    ...{ spans: new SimpleSpanProcessor(spans), metrics: reader, instance: 'instance-1', elapsed },
  });
  return {
    telemetry,
    spans: () => spans.getFinishedSpans(),
    points: async () => {
      await reader.forceFlush();
      return (kept.getMetrics().at(-1)?.scopeMetrics ?? [])
        .flatMap((scope) => scope.metrics)
        .flatMap(({ descriptor: { name, unit }, dataPoints }) =>
          dataPoints.map(({ attributes, value }) => ({ name, unit, attributes, value })),
        );
    },
  };
};
