import { AzureMonitorMetricExporter, AzureMonitorTraceExporter } from '@azure/monitor-opentelemetry-exporter';
import { PeriodicExportingMetricReader } from '@opentelemetry/sdk-metrics';
import { BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import { randomUUID } from 'node:crypto';
import { openTelemetry } from './openTelemetry';
import type { Telemetry } from './telemetry';

type Credential = NonNullable<ConstructorParameters<typeof AzureMonitorTraceExporter>[0]>['credential'];

const EVERY_MS = 60_000;

/** Application Insights of this connection string, signed in as `credential`: its keys may be switched off. */
export const azureMonitor = (connectionString: string, credential: NonNullable<Credential>): Telemetry => {
  // The exporter also tells Microsoft how it is doing, from which machine, unless this is set.
  process.env['APPLICATION_INSIGHTS_NO_STATSBEAT'] = 'true';
  // What can't be sent now is dropped: nothing of it is written to disk.
  const options = { connectionString, credential, disableOfflineStorage: true };
  return openTelemetry({
    spans: new BatchSpanProcessor(new AzureMonitorTraceExporter(options)),
    metrics: new PeriodicExportingMetricReader({
      exporter: new AzureMonitorMetricExporter(options),
      exportIntervalMillis: EVERY_MS,
    }),
    instance: randomUUID(),
    elapsed: () => performance.now(),
  });
};
