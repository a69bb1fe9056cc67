/**
 * What most heads and events begin with and have in common, so that packing need not keep it each time (RFC 1951; zlib's
 * preset dictionary). What was sealed is unpacked with this very text: it never changes. A better one needs a format of its
 * own beside it in `seal.ts`.
 */
export const knownText = Buffer.from(
  [
    '"reason":"","outcome":"","round":1,"answer":"twijfel","answer":"nee","answer":"ja","consultation":"","conversation":"',
    '"kinds":[],"people":[],"names":[],"text":"","plan":{"casemanager":"","term":"","tasks":[]},"closed":{"at":"',
    '"weighing":{"round":1,"answers":{},"confirmed":{},"talkRequested":false},"retention":{"transfers":[{"number":1,"on":"',
    '{"after":"","protocolVersion":"1.0","event":{"type":"SignalRecorded","text":"","direction":"wijst-op-zorg","category":"',
    '","source":"zelf","nature":"feit","setting":"klas","happenedOn":"2026-","at":"2026-11-24T09:30:00.000Z","by":"',
    '{"last":"","listed":"","file":{"kind":"stappenplan","status":"open","number":"MC-2026-","schoolId":"","owner":"',
    '","openedAt":"2026-","lastAt":"2026-","pupil":{"name":"","birthDate":"20"},"about":"onbekend","signals":{"concern":1,',
    '"against":0,"unclear":0,"suggested":[],"flags":[],"mapped":0,"contacts":0,"childVoices":0},"consultations":{},',
    '"consult":{"outside":0,"external":0,"injuryExperts":0,"veiligThuis":{"count":0},"custody":"onbekend","consents":{},',
    '"singleConsentAccepted":false,"refusals":[],"teamDiscussions":0,"toTell":[]},"conversations":{"withParent":0,',
    '"withPupil":0,"alone":0,"otherCause":false,"recognised":false,"signaturesOpen":[]},"reports":[],"referrals":[],',
    '"monitoring":[]}}',
  ].join(''),
  'utf8',
);
