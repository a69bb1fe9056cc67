import { describeEntry } from '../cards/entries';
import type { CaseEvent } from '../protocol/caseFile';
import { protocol } from '../protocol/meldcode';
import { signatureStates } from '../protocol/step3Conversation';
import type { Block, Document } from './blocks';
import type { Sources } from './sources';
import { dutch } from '../text/tongue';

type Of<T extends CaseEvent['type']> = Extract<CaseEvent, { type: T }>;

/** Everybody of whom a signature was asked or recorded, with the newest state; room for others below. */
const signatures = ({ entries }: Sources, id: string): readonly Block[] => {
  const newest = new Map<string, Of<'SignatureRecorded'>>();
  for (const { event } of entries)
    if (event.type === 'SignatureRecorded' && event.conversation === id) newest.set(event.person, event);
  const known = [...newest.values()].map(({ person, state, keptAt }): Block => ({
    kind: 'signature',
    name: person,
    state: signatureStates[state],
    ...(keptAt && { remark: `Het getekende verslag ligt: ${keptAt}` }),
  }));
  const blank: Block = { kind: 'signature', name: 'Naam', state: '' };
  return known.length > 0 ? [...known, blank] : [blank, blank];
};

/**
 * The report of one talk of step 3, to read and sign: what happened, then the reaction, then what the school
 * makes of it.
 * @returns nothing when the file holds no such talk
 */
export const talkReport = (sources: Sources, id: string): Document | undefined => {
  const { entries, file, school } = sources;
  const talk = entries.find(({ event }) => event.type === 'ConversationRecorded' && event.id === id);
  if (!talk) return undefined;
  const { lines } = describeEntry(talk.event, school);
  const blocks: readonly Block[] = [
    { kind: 'title', text: 'Gespreksverslag', lines: [file.pupil.name, school.name] },
    {
      kind: 'text',
      tone: 'quiet',
      text: `Opgeschreven op ${dutch.moment(talk.event.at)} door ${school.nameOf(talk.event.by)}.`,
    },
    { kind: 'facts', rows: lines },
    { kind: 'heading', level: 1, text: 'Gezien en getekend' },
    {
      kind: 'text',
      text: 'Tekenen betekent: ik heb dit verslag gelezen. Wie tekent, hoeft het er niet mee eens te zijn. Hieronder is plaats om te schrijven wat anders was.',
    },
    ...signatures(sources, id),
    { kind: 'lines', label: 'Opmerkingen', count: 4 },
  ];
  return {
    title: 'Gespreksverslag',
    header: 'Vertrouwelijk · gespreksverslag',
    footer: `${school.name} · ${protocol.title} ${protocol.version}`,
    blocks: () => blocks,
  };
};
