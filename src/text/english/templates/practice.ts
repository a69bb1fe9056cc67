import type { TemplateTexts } from '../../templateTexts';

export const practice: Readonly<Record<TemplateTexts['practice'], string>> = {
  'Oefenen met de meldcode': 'Practise with the meldcode',
  'Je loopt de vijf stappen met een verzonnen kind. De kaarten en regels zijn die van een echte zaak.':
    'You go through the five steps with an invented child. The cards and rules are those of a real case.',
  '**Het verhaal:** ${story}': '**The story:** ${story}',
  '**Wie speelt wie:** jij bent de leerkracht. Ik speel je collega’s, de schoolleider, de moeder en Veilig Thuis. Wat zij zeggen, staat bovenaan de kaart.':
    '**Who plays whom:** you are the teacher. I play your colleagues, the head teacher, the mother and Veilig Thuis. What they say is at the top of the card.',
  '**Hoe lang:** ongeveer twintig minuten. Stoppen kan altijd; dan zie je wat al goed ging.':
    '**How long:** about twenty minutes. You can always stop; then you see what already went well.',
  'Wat je in dit gesprek typt, hoort nooit bij de oefening. Wil je echt iets melden? Typ dan ‘ik maak me zorgen’. De knop ‘Nood’ is altijd echt.':
    'What you type in this chat is never part of the practice. If you really want to report something, type ‘I am worried’. The ‘Emergency’ button is always real.',
  'Begin met oefenen': 'Start practising',
  'OEFENING: dit is niet echt': 'PRACTICE: this is not real',
  'Niemand anders ziet dit en er blijft niets van over. Gebruik geen echte namen.':
    'Nobody else sees this and nothing of it is kept. Do not use real names.',
  'Oefening afronden': 'Finish the practice',
  'Zo ging je oefening': 'How your practice went',
  'De oefening is voorbij. Alles wat je invulde, is gewist.':
    'The practice is over. Everything you filled in has been erased.',
  'De vijf stappen': 'The five steps',
  'Dit ging goed': 'This went well',
  'Dit kan de volgende keer': 'You can do this next time',
  'Verder leren': 'Learn more',
  'Scholing volg je bij ${training}. Ben je nieuw? Bespreek deze oefening in je inwerkprogramma, met de intern begeleider of de schoolleider.':
    'Training is given by ${training}. If you are new, discuss this practice in your induction programme, with the support coordinator (IB’er) or the head teacher.',
  'Nog een keer oefenen': 'Practise again',
};
