import type { CaseStore } from '../src/casefile/caseStore';
import { evolve, type CaseEvent } from '../src/protocol/caseFile';
import { decide } from '../src/protocol/decide';
import { protocol } from '../src/protocol/meldcode';

const AT_ONCE = 50;

/** Records signals in a case until it has so many events, as many at once as the store takes. */
export const grow = async (store: CaseStore, caseId: string, upTo: number): Promise<void> => {
  for (;;) {
    const head = await store.load(caseId);
    if (!head) throw new Error('there is no such case');
    const { version, file } = head;
    if (version >= upTo) return;
    const by = { id: file.owner ?? '', roles: ['leerkracht'] as const };
    let after = file;
    const events: { id: string; event: CaseEvent }[] = [];
    for (let n = version; n < Math.min(upTo, version + AT_ONCE); n += 1) {
      const at = new Date().toISOString();
      const judged = decide(
        {
          ...{ type: 'recordSignal', text: 'Was moe.', direction: 'wijst-op-zorg', category: 'GO', nature: 'feit' },
          ...{ source: 'zelf', setting: 'klas', happenedOn: at.slice(0, 10) },
        },
        after,
        { by, at, length: n },
      );
      if ('refusal' in judged) throw new Error(judged.refusal);
      for (const event of judged.events) {
        events.push({ id: `grown-${n}:0`, event });
        after = evolve(after, event);
      }
    }
    const listing = { keys: [`person:${by.id}`], awaits: [], status: 'open' as const };
    const added = { events, file: after, due: [], cancelDue: [], listing, protocolVersion: protocol.version };
    await store.append(caseId, version, added);
  }
};
