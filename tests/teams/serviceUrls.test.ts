import { serviceUrlCheck } from '../../src/teams/serviceUrls';

const teams = [
  'https://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net',
  'https://europe.api.botframework.com/x/',
];
const loopback = [
  'http://127.0.0.1:56150',
  'http://localhost:56150/_connector',
  'http://[::1]:80/',
  'http://127.0.0.1',
];
const strangers = [
  undefined,
  '',
  'smba.trafficmanager.net',
  'http://smba.trafficmanager.net/emea/',
  'https://smba.trafficmanager.net.example.org/',
  'https://evil-smba.trafficmanager.net/',
  'https://example.org/?smba.trafficmanager.net',
  'https://botframework.com.example.org/',
  'https://evilbotframework.com/',
  'https://smba.trafficmanager.net@example.org/',
  'https://a:b@smba.trafficmanager.net/',
  'https://smba.trafficmanager.net:8443/',
  'https://smba.trafficmanager.net\\@example.org/',
  ' https://smba.trafficmanager.net/',
  'https://smba.trafficmanager.net/\r\nHost: example.org',
  'http://169.254.169.254/metadata',
  'http://127.0.0.1.example.org/',
  'http://10.0.0.1/',
  'https://127.0.0.1/',
  'file:///etc/passwd',
  'ftp://smba.trafficmanager.net/',
];

describe.each([{ local: false }, { local: true }])('given a bot with %o', ({ local }) => {
  const may = serviceUrlCheck({ local });

  test.each(teams)('then it may answer Teams at %s', (url) => expect(may(url)).toBe(true));

  test.each(strangers)('then it sends nothing to %s', (url) => expect(may(url)).toBe(false));

  test.each(loopback)(`then it ${local ? 'may' : 'may not'} answer %s`, (url) => expect(may(url)).toBe(local));
});
