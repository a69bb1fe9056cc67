import { withBeforehand } from './beforehand';
import type { FormContext, Inputs } from './context';
import type { Form } from './form';
import { hideable } from './hideable';
import { offered } from './offered';
import { besideSteps } from './place';
import { plain } from './plain';
import type { Card, RenderCard } from './render';

/** What a press left on a card: the sentences about what to mend, and what was typed. */
export type Attempt = { hint: string; inputs: Inputs };

/** Makes the card of a form: the form's own words, its references with a fresh one-time key, and what every card shows. */
export const composeForm = (
  render: RenderCard,
  name: string,
  form: Form,
  context: FormContext,
  key: string,
  attempt?: Attempt,
): Card => {
  const { contacts } = context.school;
  const { data, inputs } = offered(form.data?.(context) ?? {}, form.inputs?.(context) ?? {}, context);
  const own = form.caseless ? { school: context.school.id } : { case: context.caseId };
  const card = render(name, {
    m: { ...own, key, form: name, ...form.refs?.(context) },
    hint: attempt?.hint ?? '',
    place: context.t.say.place(
      form.step,
      besideSteps(context.t, name),
      plain(form.named ? form.named(context) : context.file.pupil.name),
    ),
    footer: context.t.say.footer(contacts),
    today: context.today,
    ...data,
    in: { ...inputs, ...attempt?.inputs },
  });
  // What is being filled in must not be lost by hiding it; a page to read has a button of its own for that.
  return form.records.length > 0 ? hideable(context.t, withBeforehand(card, form, context)) : card;
};
