import {
  INVALID_SPAN_CONTEXT,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
  type Span,
} from '@opentelemetry/api';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { MeterProvider, type MetricReader } from '@opentelemetry/sdk-metrics';
import { BasicTracerProvider, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { AsyncLocalStorage } from 'node:async_hooks';
import { metrics, steps, type Attributes, type Telemetry } from './telemetry';

export type OpenTelemetryParts = {
  spans: SpanProcessor;
  metrics: MetricReader;
  /** Tells instances apart; made up, or given by the host. */
  instance: string;
  /** Milliseconds that only go up. */
  elapsed: () => number;
};

const SCOPE = 'meldcode';

/** Only what the step or metric may have: an attribute that nobody thought of stays out. */
const allowed = (given: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.flatMap((name) => (given[name] ? [[name, given[name]]] : [])));

/**
 * Traces and metrics by OpenTelemetry, with nothing that it would find by itself: no addresses, no headers, no messages of
 * faults, no names of machines.
 */
export const openTelemetry = (parts: OpenTelemetryParts): Telemetry => {
  const resource = resourceFromAttributes({ 'service.name': SCOPE, 'service.instance.id': parts.instance });
  const tracing = new BasicTracerProvider({ resource, spanProcessors: [parts.spans] });
  const metering = new MeterProvider({ resource, readers: [parts.metrics] });
  const tracer = tracing.getTracer(SCOPE);
  const meter = metering.getMeter(SCOPE);
  const histogram = ({ name, unit }: { name: string; unit: string }) => meter.createHistogram(name, { unit });
  const counter = ({ name, unit }: { name: string; unit: string }) => meter.createCounter(name, { unit });
  const turnDuration = histogram(metrics.turnDuration);
  const storeDuration = histogram(metrics.storeDuration);
  const storeCharge = histogram(metrics.storeCharge);
  const notices = counter(metrics.notices);
  const faults = counter(metrics.faults);
  const outboxAge = meter.createObservableGauge(metrics.outboxAge.name, { unit: metrics.outboxAge.unit });
  const here = new AsyncLocalStorage<Context>();

  const ended = (span: Span, attributes: Attributes, names: readonly string[]): void => {
    span.setAttributes(allowed(attributes, names));
    if (attributes['outcome'] === 'fault') span.setStatus({ code: SpanStatusCode.ERROR });
    span.end();
  };
  /** A fault is told by its being one; what it says may hold what people typed. */
  const within = async <T>(
    { span, context }: { span: Span; context: Context | undefined },
    work: () => Promise<T>,
    done: (outcome: string, result?: T) => void,
  ): Promise<T> => {
    try {
      const result = await (context ? here.run(trace.setSpan(context, span), work) : work());
      done('done', result);
      return result;
    } catch (error) {
      done('fault');
      throw error;
    }
  };
  const begun = (name: string, kind: SpanKind, context = here.getStore() ?? ROOT_CONTEXT) => ({
    context,
    span: tracer.startSpan(name, { kind }, context),
  });

  return {
    turn: async (work) => {
      const step = begun(steps.turn.name, SpanKind.SERVER, ROOT_CONTEXT);
      return within(step, work, (outcome) => {
        // `turnDone` has ended it already, unless the turn never came so far
        if (step.span.isRecording()) ended(step.span, { outcome }, steps.turn.attributes);
      });
    },
    turnDone: ({ ms, ...attributes }) => {
      turnDuration.record(ms, allowed(attributes, metrics.turnDuration.attributes));
      const context = here.getStore();
      const span = context && trace.getSpan(context);
      if (span) ended(span, attributes, steps.turn.attributes);
    },
    store: async (operation, work) => {
      const began = parts.elapsed();
      const measure = (outcome: string): void =>
        storeDuration.record(
          parts.elapsed() - began,
          allowed({ operation, outcome }, metrics.storeDuration.attributes),
        );
      const context = here.getStore();
      // What the outbox looks up every few seconds is measured, but is no trace.
      const span = context
        ? tracer.startSpan(steps.store.name, { kind: SpanKind.CLIENT }, context)
        : trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
      return within({ span, context }, work, (outcome) => {
        measure(outcome);
        ended(span, { operation, outcome }, steps.store.attributes);
      });
    },
    charged: (operation, units) => storeCharge.record(units, allowed({ operation }, metrics.storeCharge.attributes)),
    send: async (work, outcomeOf) => {
      const step = begun(steps.send.name, SpanKind.CLIENT);
      return within(step, work, (outcome, result) => {
        const named = result === undefined ? outcome : outcomeOf(result);
        notices.add(1, allowed({ outcome: named }, metrics.notices.attributes));
        ended(step.span, { outcome: named }, steps.send.attributes);
      });
    },
    fault: (where) => faults.add(1, allowed({ where }, metrics.faults.attributes)),
    watchOutbox: (ageSeconds) => outboxAge.addCallback((result) => result.observe(ageSeconds())),
    stop: async () => void (await Promise.allSettled([tracing.shutdown(), metering.shutdown()])),
  };
};
