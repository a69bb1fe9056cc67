import type { TemplateTexts } from '../../templateTexts';

export const step5Decide: Readonly<Record<TemplateTexts['step5-decide'], string>> = {
  'Het stopt niet of begint opnieuw': 'It is not stopping or is starting again',
  'Zie je dat het niet stopt, of opnieuw begint? Dan meld je (weer) bij Veilig Thuis: ${call}.':
    'If you see that it is not stopping, or is starting again, you report (again) to Veilig Thuis: ${call}.',
  'Je hoeft niet te wachten op de schoolleider. Die hoort het wel meteen.':
    'You do not have to wait for the head teacher. But the head teacher will hear of it at once.',
  'De zaak is gesloten. Als je dit vastlegt, gaat de zaak weer open. Alles blijft bewaard.':
    'The case is closed. If you record this, the case opens again. Everything is kept.',
  'Wat gebeurde er?': 'What happened?',
  'Schrijf op wat er gebeurde.': 'Write down what happened.',
  'Wanneer merkte je het?': 'When did you notice it?',
  'Kies de dag waarop je het merkte.': 'Choose the day you noticed it.',
  'Daarna zie je wat je aan Veilig Thuis vertelt.': 'After that you see what to tell Veilig Thuis.',
  'Besluit 2: kunnen we zelf hulp bieden?': 'Decision 2: can we offer help ourselves?',
  'Neem eerst besluit 1: is een melding nodig? Daarna komt dit besluit.':
    'Take decision 1 first: is a report needed? This decision comes after that.',
  '${decided} Melden en zelf helpen kan ook allebei.':
    '${decided} Reporting and helping yourselves can also go together.',
  'Melden is volgens de norm nodig. Neem dit besluit samen met Veilig Thuis (${call}) en met de betrokkenen.':
    'According to the norm, a report is needed. Take this decision together with Veilig Thuis (${call}) and with those involved.',
  'Op welke dag sprak je de betrokkenen? (leeg als dat niet kon)':
    'On which day did you speak to those involved? (empty if that was not possible)',
  'Waarom sprak je hen niet?': 'Why did you not speak to them?',
  'Kan de school genoeg hulp bieden of regelen?': 'Can the school offer or arrange enough help?',
  'Kies of de school genoeg hulp kan bieden of regelen.': 'Choose whether the school can offer or arrange enough help.',
  'Kunnen en willen de ouders en andere betrokkenen meedoen?':
    'Are the parents and others involved able and willing to take part?',
  'Kies of de betrokkenen kunnen en willen meedoen.':
    'Choose whether those involved are able and willing to take part.',
  'Is het twee keer ja? Dan is zelf hulp bieden mogelijk. Je maakt daarna het hulpplan.':
    'If the answer is yes both times, you can offer help yourselves. After that you make the help plan.',
  'Schrijf op waarom je dit besluit.': 'Write down why you decide this.',
  'Naar besluit 1': 'Go to decision 1',
  'Besluit 1: is een melding nodig?': 'Decision 1: is a report needed?',
  'Wat is de norm?': 'What is the norm?',
  'Kunnen jullie het kind en het gezin genoeg beschermen?': 'Can you protect the child and the family enough?',
  'Kies of jullie het kind genoeg kunnen beschermen.': 'Choose whether you can protect the child enough.',
  'Kies je nee of twijfel? Dan is melden nodig.': 'If you choose no or unsure, a report is needed.',
  'Wat is het besluit?': 'What is the decision?',
  'Kies of jullie melden.': 'Choose whether you will report.',
  'Ja, we melden': 'Yes, we will report',
  'Nee, we melden niet': 'No, we will not report',
  'De melding bespreken': 'Discuss the report',
  'Er is al gemeld, en de ouders wisten het nog niet. Leg hier vast dat je het hebt verteld.':
    'A report has already been made, and the parents did not know yet. Record here that you have told them.',
  'Zo voer je het gesprek': 'How to hold the talk',
  Tips: 'Tips',
  'Praatte je met de leerling alleen? Dan moeten de ouders het nog horen, of je legt vast waarom dat niet kan.':
    'Did you talk with the pupil alone? The parents still have to be told, or you record why that is not possible.',
  'Schrijf op wie er bij het gesprek waren.': 'Write down who was at the talk.',
  'Wat legde je uit: waarom melden, en met welk doel?': 'What did you explain: why report, and with what aim?',
  'Schrijf op wat je uitlegde.': 'Write down what you explained.',
  'Hoe reageerde iedereen die erbij was?': 'How did everyone who was there react?',
  'Er was een bezwaar': 'There was an objection',
  'Wat is het bezwaar?': 'What is the objection?',
  'Van wie is het bezwaar?': 'Whose objection is it?',
  'Wat doen jullie met dit bezwaar?': 'What are you doing about this objection?',
  'Ja, het bezwaar is opgelost': 'Yes, the objection has been resolved',
  'Is het opgelost?': 'Has it been resolved?',
  'Niet opgelost? Weeg dan wat zwaarder telt.': 'If it is not resolved, weigh what counts more.',
  'Aard: om wat voor geweld of verwaarlozing gaat het?': 'Nature: what kind of violence or neglect is it?',
  'Ernst: hoe erg is het?': 'Seriousness: how bad is it?',
  'Noodzaak: waarom beschermt een melding het kind?': 'Necessity: why does a report protect the child?',
  'Geeft bescherming de doorslag?': 'Is protection the deciding factor?',
  'Niet nodig: er is geen bezwaar, of het is opgelost': 'Not needed: there is no objection, or it has been resolved',
  'Is het nee? Overleg met de schoolleider en neem besluit 1 opnieuw.':
    'If the answer is no, discuss it with the head teacher and take decision 1 again.',
  'Bespreken kan niet': 'It cannot be discussed',
  'Wat liet Veilig Thuis weten?': 'What did Veilig Thuis let you know?',
  'Er is al opnieuw gebeld. Blijf bellen tot je iets hoort.':
    'There has already been another call. Keep calling until you hear something.',
  'Heb je iets gehoord?': 'Have you heard anything?',
  'Kies of Veilig Thuis iets liet weten.': 'Choose whether Veilig Thuis let you know anything.',
  'Wie sprak je? (mag leeg blijven)': 'Who did you speak to? (may stay empty)',
  'Wat besloot of vertelde Veilig Thuis?': 'What did Veilig Thuis decide or say?',
  'Hoor je niets? Dan weet je nog niets: stilte is geen goed nieuws. Bel ${call}.':
    'If you hear nothing, you do not know anything yet: silence is not good news. Call ${call}.',
  'Gaat het beter na de melding?': 'Are things better after the report?',
  'Er is nog geen melding vastgelegd.': 'No report has been recorded yet.',
  'Gaat het beter?': 'Are things better?',
  'Kies of het beter gaat.': 'Choose whether things are better.',
  'Waaraan merk je dat?': 'How can you tell?',
  'Schrijf op waaraan je dat merkt.': 'Write down how you can tell.',
  'Gaat het niet genoeg beter? Bel Veilig Thuis opnieuw (${call}) en meld zo nodig nog eens. We vragen dit dan later weer.':
    'If things are not improving enough, call Veilig Thuis again (${call}) and, if needed, report once more. We will then ask this again later.',
  'Veilig Thuis gebeld': 'I have called Veilig Thuis',
  'Gaat het na een tijd niet beter, of slechter? Bel Veilig Thuis opnieuw. Je kunt vaker melden.':
    'If things are no better after a while, or worse, call Veilig Thuis again. You can report more than once.',
  'Veilig Thuis: ${call}, dag en nacht. Overleggen kan altijd.':
    'Veilig Thuis: ${call}, day and night. You can always consult them.',
  'Wat vertel je Veilig Thuis?': 'What do you tell Veilig Thuis?',
  'Bel altijd eerst: ${call}, dag en nacht. Spoed? Meld dan alleen via de telefoon.':
    'Always call first: ${call}, day and night. If it is urgent, report by phone only.',
  'Wacht daar niet op. Bel nu, en vertel het de ouders daarna.':
    'Do not wait for that. Call now, and tell the parents afterwards.',
  'Jij: ': 'You: ',
  'Kind: ': 'Child: ',
  Feiten: 'Facts',
  'Dit zag of hoorde iemand van school zelf. Begin hiermee.':
    'Someone from school saw or heard this themselves. Start with this.',
  'Nog niets vastgelegd.': 'Nothing recorded yet.',
  'Van anderen': 'From others',
  'Zeg er steeds bij van wie je het weet.': 'Each time, say who you know it from.',
  Indrukken: 'Impressions',
  'Dit zijn geen feiten. Noem ze apart.': 'These are not facts. Mention them separately.',
  'Spreek dit af': 'Agree on this',
  'Vraag wat jullie hierna zelf nog kunnen doen om het kind en het gezin te beschermen. Die afspraken leg je vast bij de melding.':
    'Ask what you can still do yourselves after this to protect the child and the family. You record those agreements with the report.',
  'Wat vraagt Veilig Thuis?': 'What does Veilig Thuis ask?',
  '• Wil je advies, of wil je melden?': '• Do you want advice, or do you want to report?',
  '• Wie zijn de gezinsleden? Denk ook aan broertjes en zusjes.':
    '• Who are the members of the family? Think of brothers and sisters too.',
  '• Is iedereen nu veilig?': '• Is everyone safe now?',
  '• Wat deden jullie al? Wat kunnen jullie zelf?': '• What have you already done? What can you do yourselves?',
  '• Weten de ouders en het kind het? Zo niet, waarom niet?':
    '• Do the parents and the child know about it? If not, why not?',
  '• Wie helpt of steunt dit gezin al?': '• Who is already helping or supporting this family?',
  '• Mag het gezin je naam horen? Veilig Thuis weet altijd wie jij bent.':
    '• May the family hear your name? Veilig Thuis always knows who you are.',
  '• De ouders kunnen de melding later lezen. Twijfel je over iets? Zeg dat aan de telefoon.':
    '• The parents can read the report later. If you are in doubt about something, say so on the phone.',
  'Dit programma belt of meldt niet. Dat doe jij.': 'This program does not call or report. You do.',
  'De melding vastleggen': 'Record the report',
  'Jij meldt zelf bij Veilig Thuis: ${call}. Hier leg je daarna vast wat is gemeld.':
    'You report to Veilig Thuis yourself: ${call}. Afterwards you record here what was reported.',
  'Dit moet er nog zijn, voordat je dit kunt vastleggen:': 'This is still needed before you can record this:',
  'Kan dat niet veilig? Leg dan daar de reden vast. Is er nu gevaar? Wacht niet en bel.':
    'If that cannot be done safely, record the reason there. If there is danger now, do not wait: call.',
  'Deze melding kan niet wachten. Leg de melding vast, ook als dit nog niet is gedaan:':
    'This report cannot wait. Record the report, even if this has not been done yet:',
  "${if(whyNeeded, 'Waarom kon het niet wachten?', 'Hoorden de ouders het pas na de melding? Schrijf op waarom het niet kon wachten. (mag leeg blijven)')}":
    "${if(whyNeeded, 'Why could it not wait?', 'If the parents heard of it only after the report, write down why it could not wait. (may stay empty)')}",
  'Schrijf op waarom het niet kon wachten.': 'Write down why it could not wait.',
  'Kies de dag van de melding.': 'Choose the day of the report.',
  'Kies hoe laat de melding was.': 'Choose the time of the report.',
  'Wie deed de melding?': 'Who made the report?',
  'Schrijf op wie de melding deed.': 'Write down who made the report.',
  'Schrijf op wie je bij Veilig Thuis sprak.': 'Write down who you spoke to at Veilig Thuis.',
  'Hoe is gemeld?': 'How was the report made?',
  'Kies hoe je meldde.': 'Choose how you reported.',
  'Kenmerk of nummer van Veilig Thuis (mag leeg blijven)': 'Reference or number from Veilig Thuis (may stay empty)',
  'Wat doen jullie zelf nog? Schrijf de afspraken op.': 'What will you still do yourselves? Write down the agreements.',
  'Schrijf op wat jullie zelf nog doen. Niets? Schrijf dan waarom niet.':
    'Write down what you will still do yourselves. If nothing, write down why not.',
  'Het gezin mag mijn naam niet weten': 'The family must not know my name',
  'Veilig Thuis weet altijd wie jij bent. Het gezin hoort je naam dan niet.':
    'Veilig Thuis always knows who you are. The family then does not hear your name.',
  'Ja, het gezin hoort de naam niet': 'Yes, the family does not hear the name',
  'Waarom niet?': 'Why not?',
  'Melding voorbereiden': 'Prepare the report',
  'De melding niet bespreken': 'Not discussing the report',
  'Ouders horen vooraf dat je meldt. Je kunt er alleen van afzien op een van deze twee gronden.':
    'Parents are told beforehand that you are reporting. You can only leave this out on one of these two grounds.',
  'Er is al gemeld. Leg hier vast waarom de ouders het ook nu niet horen.':
    'A report has already been made. Record here why the parents are not told now either.',
  'Waarom bespreek je de melding niet?': 'Why are you not discussing the report?',
  'Kies waarom je de melding niet bespreekt.': 'Choose why you are not discussing the report.',
  'Dit is een ander besluit dan ‘geen gesprek’ bij stap 3. Het ene telt niet voor het andere.':
    'This is a different decision from ‘no talk’ in step 3. The one does not count for the other.',
  'Ook de signalen zijn nog niet met de ouders besproken. Leg bij stap 3 vast waarom dat niet kan.':
    'The signals have not been discussed with the parents yet either. Record in step 3 why that is not possible.',
};
