import type { Meldcode } from '../support/meldcode';
import { because, monitoring, plan } from './steps';
import { does, goes, hears, opensAnyway } from './story';

type Players = Pick<Meldcode, 'teams' | 'teacher' | 'ibEr' | 'leader' | 'day'>;

/** Decision 1: they report, after telling the parents; what Veilig Thuis answers is written down. */
export const reports = async (story: Players): Promise<void> => {
  const { teacher, leader, day } = story;
  await goes(teacher, 'Stap 5', 'Besluit 1');
  const reason = 'We willen dat Veilig Thuis meekijkt.';
  await does(teacher, 'Vastleggen', { canProtect: 'Ja', decision: 'Ja, we melden', reason });
  await goes(teacher, 'Stap 5', 'Melding met de ouders bespreken');
  await does(teacher, 'Vastleggen', { who: 'moeder', explained: 'dat wij melden', reaction: 'stil', on: day() });
  await goes(teacher, 'Stap 5', 'Melding vastleggen');
  const report = { reportedDay: day(), reportedTime: '00:00', reportedBy: 'Marieke Jansen', agreements: 'Zij bellen.' };
  await does(teacher, 'Vastleggen', { ...report, spokeWith: 'Anouk van Veilig Thuis', channel: 'Telefoon' });
  await hears(story, leader, 'er is een melding vastgelegd');
  await goes(teacher, 'Stap 5', 'Terugkoppeling');
  const said = { outcome: 'Veilig Thuis heeft laten weten', spokeWith: 'Anouk', decision: 'De school helpt verder.' };
  await does(teacher, 'Vastleggen', { ...said, on: day() });
};

/** Decision 2: they help too, together with Veilig Thuis and the family, by a plan with a casemanager. */
export const helpsToo = async (story: Players): Promise<void> => {
  const { teacher, ibEr, day } = story;
  await goes(teacher, 'Stap 5', 'Besluit 2');
  const together = { veiligThuisName: 'Anouk', veiligThuisOn: day(), familyOn: day() };
  const reason = 'Moeder wil dit graag.';
  await does(teacher, 'Vastleggen', { ...together, schoolCan: 'Ja', familyCan: 'Ja', reason });
  await does(teacher, 'Plan vastleggen', plan(story));
  await hears(story, ibEr, 'Je bent gevraagd als casemanager.');
  await does(ibEr, 'Ik word casemanager');
};

/** Question 5, also before its day; agreements on following the safety; the end. */
export const closes = async (story: Players): Promise<void> => {
  const { teacher, leader } = story;
  await opensAnyway(teacher, 'step4-weigh/result');
  const results = { safety: 'Ja', welfare: 'Ja', recovery: 'Ja', goal1: 'Behaald', ...because };
  await does(teacher, 'Vastleggen', results);
  await does(teacher, 'Vastleggen', monitoring(story));
  await does(teacher, 'Zaak sluiten', { outcome: 'De hulp heeft gewerkt', reason: 'Het gaat goed met Sam.' });
  await hears(story, leader, 'een zaak is gesloten');
};
