import { routes } from '../../src/protocol/exits';
import { steps } from '../../src/protocol/meldcode';
import { questions, weighAnswers, type Lead, type WeighAnswer } from '../../src/protocol/step4Weigh';

const WIDTH = 1000;
const MARGIN = 20;

/** XML text: the protocol's words hold quotes and ampersands. */
const xml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Lines of at most `most` characters, broken between words. */
const lines = (text: string, most: number): readonly string[] =>
  text.split(' ').reduce<string[]>((found, word) => {
    const last = found.at(-1);
    if (last !== undefined && `${last} ${word}`.length <= most) found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
    return found;
  }, []);

type Box = { x: number; y: number; width: number; height: number; fill: string; title: string; text?: string };

const box = ({ x, y, width, height, fill, title, text = '' }: Box): string => {
  const most = Math.floor((width - 20) / 6.6);
  const titled = lines(title, most).map((line, i) => ({ line, bold: true, at: y + 20 + i * 16 }));
  const from = y + 20 + titled.length * 16;
  const told = text === '' ? [] : lines(text, most).map((line, i) => ({ line, bold: false, at: from + i * 15 }));
  return [
    `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${fill}" stroke="#605e5c"/>`,
    ...[...titled, ...told].map(
      ({ line, bold, at }) =>
        `<text x="${x + 10}" y="${at}" font-size="${bold ? 13 : 12}"${bold ? ' font-weight="bold"' : ''}>${xml(line)}</text>`,
    ),
  ].join('\n');
};

const row = (count: number, gap: number) => (i: number) => {
  const width = (WIDTH - 2 * MARGIN - gap * (count - 1)) / count;
  return { x: MARGIN + i * (width + gap), width };
};

const heading = (y: number, text: string): string =>
  `<text x="${MARGIN}" y="${y}" font-size="16" font-weight="bold">${xml(text)}</text>`;

const ends: Readonly<Record<Exclude<Lead['to'], (typeof questions)[number]['id']>, string>> = {
  close: 'dossier vastleggen en sluiten',
  decide: 'naar stap 5',
  plan: 'hulpplan maken',
  monitor: 'veiligheid blijven volgen',
};

/** What the protocol's table says of an answer, in a few words. */
export const leadWords = ({ to, report, togetherWith, contact }: Lead): string => {
  const question = questions.find(({ id }) => id === to);
  const said = [
    report === 'direct' ? 'meteen melden, per telefoon' : report === 'needed' ? 'melden is nodig' : '',
    contact ? 'bel Veilig Thuis, antwoord opnieuw' : question ? `naar vraag ${question.number}` : '',
    question ? '' : ends[to as keyof typeof ends], // not a question, so one of the ends
    togetherWith ? 'samen met Veilig Thuis' : '',
  ];
  return said.filter((part) => part !== '').join('; ');
};

const colour = ({ report, contact }: Lead): string => (report ? '#fde7e9' : contact ? '#fff4ce' : '#e8f5e9');

const weighing = (top: number): string[] =>
  questions.flatMap(({ number, title, leads }, i) => {
    const y = top + i * 80;
    const place = row(4, 10);
    const answers: readonly WeighAnswer[] = ['ja', 'nee', 'twijfel'];
    return [
      box({ ...place(0), y, height: 72, fill: '#ffffff', title: `Vraag ${number}. ${title}` }),
      ...answers.map((answer, column) =>
        box({
          ...place(column + 1),
          ...{ y, height: 72, fill: colour(leads[answer]) },
          ...{ title: weighAnswers[answer], text: leadWords(leads[answer]) },
        }),
      ),
    ];
  });

/** The meldcode in one picture, drawn from the protocol's own tables (SVG). */
export const flowPicture = (): string => {
  const triage = Object.values(routes);
  const outcomes: Readonly<Record<keyof typeof routes, string>> = {
    thuis: 'De vijf stappen hieronder',
    medewerker: 'Meteen naar leiding en bestuur; geen stappen',
    leerlingen: 'Naar de leiding; geen stappen',
    nood: '112 en Veilig Thuis; achteraf vastleggen',
  };
  const parts = [
    heading(30, 'Ik maak me zorgen'),
    ...triage.map((title, i) =>
      box({
        ...row(triage.length, 10)(i),
        ...{ y: 42, height: 64, fill: '#f3f2f1', title, text: Object.values(outcomes)[i] ?? '' },
      }),
    ),
    heading(140, 'Vijf stappen, in elke volgorde, met daarnaast de ondersteuningsroute'),
    ...steps.map(({ step, title, route }, i) =>
      box({
        ...row(steps.length, 10)(i),
        ...{ y: 152, height: 84, fill: '#e5f1fb', title: `${step}. ${title}`, text: route },
      }),
    ),
    heading(270, 'Stap 4: de vijf vragen en waar elk antwoord heen leidt'),
    ...weighing(282),
    heading(710, 'Stap 5: twee besluiten, in deze volgorde'),
    ...['1. Is een melding nodig? Volgt uit de weging', '2. Kunnen wij zelf (ook) hulp bieden of regelen?'].map(
      (title, i) => box({ ...row(2, 10)(i), ...{ y: 722, height: 40, fill: '#e5f1fb', title } }),
    ),
  ];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} 780" font-family="Segoe UI, Arial, sans-serif" role="img" aria-label="De meldcode in beeld">`,
    `<rect width="${WIDTH}" height="780" fill="#ffffff"/>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n');
};
