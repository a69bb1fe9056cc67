import type { Config } from './config';
import type { Telemetry } from './telemetry/telemetry';

/** Loads what tells Application Insights; undefined when the configuration names none. */
export const telemetryOf = (config: Pick<Config, 'insights' | 'clientId'>): (() => Promise<Telemetry>) | undefined => {
  const { insights } = config;
  if (insights === undefined) return undefined;
  return async () => {
    const { azureIdentityOf } = await import('./azureIdentity.js');
    const { azureMonitor } = await import('./telemetry/azureMonitor.js');
    return azureMonitor(insights, azureIdentityOf(config));
  };
};
