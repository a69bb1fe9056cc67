import { oneDriveOver } from '../../src/teams/oneDrive';
import { oneDriveStand, type OneDriveStand } from '../support/oneDriveStand';

const file = { type: 'application/pdf', extension: 'pdf', bytes: Buffer.from('%PDF-1.7 nothing') };

describe('given an address that a client names for a file', () => {
  const { isPlace } = oneDriveOver();

  test.each([
    'https://contoso-my.sharepoint.com/personal/a_b/_api/v2.0/drive/items/01/uploadSession?guid=1&tempauth=x.y-z',
    'https://contoso.sharepoint.com/sites/x/upload',
    'https://northeurope1-mediap.svc.ms/transform?x=1',
  ])('when it is one of OneDrive, then a file may go there: %s', (url) => {
    expect(isPlace(url)).toBe(true);
  });

  test.each([
    'http://contoso-my.sharepoint.com/upload',
    'https://contoso-my.sharepoint.com.evil.example/upload',
    'https://evilsharepoint.com/upload',
    'https://sharepoint.com/upload',
    'https://evil.example/?https://contoso-my.sharepoint.com/',
    'https://evil.example#contoso-my.sharepoint.com',
    'https://contoso-my.sharepoint.com@evil.example/upload',
    'https://user:word@contoso-my.sharepoint.com/upload',
    'https://contoso-my.sharepoint.com:8443/upload',
    'https://evil.example\\@contoso-my.sharepoint.com/upload',
    'https://contoso-my.sharepoint.com\\.evil.example/upload',
    'https://evil.example\t.sharepoint.com/',
    'https://127.0.0.1/upload',
    'https://[::1]/upload',
    'https://169.254.169.254/metadata/identity/oauth2/token',
    'https://localhost/upload',
    'file:///etc/passwd',
    'ftp://contoso-my.sharepoint.com/upload',
    'javascript:alert(1)//contoso-my.sharepoint.com',
    '//contoso-my.sharepoint.com/upload',
    'contoso-my.sharepoint.com/upload',
    '',
  ])('when it is any other, then nothing goes there: %j', async (url) => {
    expect(isPlace(url)).toBe(false);
    await expect(oneDriveOver().put(url, file)).rejects.toMatchObject({ name: 'UploadRefused', code: 'elsewhere' });
  });
});

describe('given a file for OneDrive', () => {
  const open: OneDriveStand[] = [];
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
  });
  const given = async (options?: Parameters<typeof oneDriveStand>[0]): Promise<OneDriveStand> => {
    const stand = await oneDriveStand(options);
    open.push(stand);
    return stand;
  };

  test('when it is put there, then it goes whole in one request, and nothing that says who we are', async () => {
    const { oneDrive, url, uploads } = await given();
    await oneDrive.put(url, file);
    const [upload] = uploads;
    expect([uploads.length, upload?.method, upload?.path]).toEqual([1, 'PUT', '/upload?tempauth=secret']);
    expect(upload?.bytes.equals(file.bytes)).toBe(true);
    expect(upload?.headers).toMatchObject({
      ...{ 'content-length': '16', 'content-range': 'bytes 0-15/16', 'content-type': 'application/pdf' },
    });
    expect(Object.keys(upload?.headers ?? {})).not.toEqual(expect.arrayContaining(['authorization']));
    expect(Object.keys(upload?.headers ?? {})).not.toEqual(expect.arrayContaining(['cookie']));
  });

  test.each([202, 204, 400, 401, 404, 409, 500, 503])(
    'when it answers %s, then that counts as not arrived, and it is not tried again by itself',
    async (status) => {
      const { oneDrive, url, uploads, answers } = await given();
      answers(status);
      await expect(oneDrive.put(url, file)).rejects.toMatchObject({ name: 'UploadRefused', code: String(status) });
      expect(uploads).toHaveLength(1);
    },
  );

  test.each([301, 302, 307, 308])('when it sends us elsewhere with %s, then we do not go', async (status) => {
    const [here, there] = [await given(), await given()];
    here.answers(status, { location: there.url });
    await expect(here.oneDrive.put(here.url, file)).rejects.toMatchObject({ code: String(status) });
    expect(there.uploads).toEqual([]);
  });

  test('when it never answers, then we stop waiting', async () => {
    const { oneDrive, url, answers } = await given({ withinMs: 50 });
    answers('never');
    await expect(oneDrive.put(url, file)).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});
