import * as z from 'zod';
import { usualRetention, type RetentionRule } from '../protocol/retention';
import { usualTerms, type TermSettings } from '../protocol/terms';
import { isLocalDate } from '../protocol/time';
import { oneLine } from './oneLine';

const days = (usual: number, most: number) => {
  const say = `Dit is geen bruikbaar aantal dagen. Schrijf een heel getal van 1 tot en met ${most}.`;
  return z
    .number()
    .refine((value) => Number.isInteger(value) && value >= 1 && value <= most, say)
    .default(usual);
};

const day = z.string().refine(isLocalDate, 'Dit is geen datum. Schrijf hem zoals 2026-12-21.');
const clock = (usual: string) =>
  z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Dit is geen tijd. Schrijf hem zoals 08:30.')
    .default(usual);

const vacation = z
  .strictObject({ name: z.string().trim().max(80).optional(), from: day, until: day })
  .refine(({ from, until }) => from <= until, {
    message: 'De laatste dag ligt vóór de eerste. Draai ze om.',
    path: ['until'],
  });

const whole = (usual: number, most: number) => {
  const say = `Dit getal is niet bruikbaar. Schrijf een heel getal van 0 tot en met ${most}.`;
  return z
    .number()
    .refine((value) => Number.isInteger(value) && value >= 0 && value <= most, say)
    .default(usual);
};

/** How long a closed file is kept (I-26). Practice conflicts, so the board says which and on what ground (requirements 5.2). */
const retention = z
  .strictObject({
    months: whole(usualRetention.months, 20 * 12),
    notBeforeAge: whole(usualRetention.notBeforeAge, 30),
    ground: oneLine(400, 'Deze grond is leeg. Vul hem in of haal de sleutel weg.').default(usualRetention.ground),
  })
  .transform((rule): RetentionRule => rule);

/**
 * Terms and reminders as a board lays them down. What is left out keeps the usual number. The five working
 * days of Veilig Thuis are the law's and stand nowhere here.
 */
export const termsSchema = z
  .strictObject({
    afterReportDays: days(usualTerms.afterReportDays, 180),
    unansweredWorkingDays: days(usualTerms.unansweredWorkingDays, 30),
    expiredWorkingDays: days(usualTerms.expiredWorkingDays, 60),
    unconfirmedWorkingDays: days(usualTerms.unconfirmedWorkingDays, 10),
    parentContactDays: days(usualTerms.parentContactDays, 180),
    stalledDays: days(usualTerms.stalledDays, 90),
    resultOverdueDays: days(usualTerms.resultOverdueDays, 60),
    tellOutcomeWorkingDays: days(usualTerms.tellOutcomeWorkingDays, 30),
    repeatDays: days(usualTerms.repeatDays, 60),
    liberationDay: z
      .enum(['yearly', 'lustrum'], 'Kies yearly (elk jaar vrij) of lustrum (eens in de vijf jaar vrij).')
      .default(usualTerms.liberationDay),
    vacations: z.array(vacation).max(100).default([]),
    remindFrom: clock(usualTerms.remindFrom),
    remindUntil: clock(usualTerms.remindUntil),
    retention: retention.prefault({}),
  })
  .refine(({ remindFrom, remindUntil }) => remindFrom < remindUntil, {
    message: 'Deze tijd ligt niet na remindFrom. Schrijf een latere tijd.',
    path: ['remindUntil'],
  })
  .transform(({ vacations, ...rest }): TermSettings => ({
    ...rest,
    vacations: vacations.map(({ from, until }) => ({ from, until })),
  }));
