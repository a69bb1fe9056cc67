import { MasterKeyFault } from './casefile/sealed/masterKey';
import { codeOf } from './casefile/cosmos/cosmosRequests';
import { StoreUnavailable } from './casefile/storeUnavailable';
import { StoreIncomplete, type IncompleteCode } from './casefile/whole/incomplete';
import { masterKeyCures } from './masterKeyCures';
import { StoreProblem, WeakConsistency } from './openStores';

const ofTheSystem: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: Deze poort is al in gebruik. Kies een andere.',
  EACCES: 'PORT: Deze poort mag de bot niet gebruiken. Kies een poort boven 1023, zoals 3978.',
  EADDRNOTAVAIL: 'HOST: Dit adres heeft deze computer niet. Gebruik bijvoorbeeld 127.0.0.1 of 0.0.0.0.',
};
const ofIncomplete: Readonly<Record<IncompleteCode, string>> = {
  'data-keys-missing':
    'DATA_DIR, COSMOS_DATABASE: De dossiers zijn er, maar hun sleutels niet (meldcode.sqlite.keys, of de container keys). Zet de sleutels terug uit de kopie van dezelfde dag.',
  'data-missing':
    'DATA_DIR, COSMOS_DATABASE: De sleutels zijn er, maar de dossiers niet (meldcode.sqlite, of de container cases). Zet de dossiers terug uit de kopie.',
  'copy-unfinished':
    'DATA_DIR, COSMOS_DATABASE: Deze opslag is een kopie die nog niet af is. Geef npm run copy nog een keer, tot die zegt dat beide gelijk zijn.',
};
const systemCodeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'onbekend';

/** What the identity library throws when there is nobody to sign in as, or Azure does not know who it is. */
const notSignedIn = ['CredentialUnavailableError', 'AggregateAuthenticationError', 'AuthenticationError'];
const notKnown: readonly unknown[] = [401, 403];

const ofCosmos = (cause: unknown): string => {
  if (cause instanceof StoreUnavailable)
    return `COSMOS_ENDPOINT: Het Cosmos DB-account antwoordt niet (fout: ${cause.code}). Controleer het adres en het netwerk.`;
  if (cause instanceof WeakConsistency)
    return 'COSMOS_ENDPOINT: Het account staat niet op sterke consistentie (Strong). Stel die in: anders ziet de ene bot niet altijd wat de andere vastlegde.';
  if (cause instanceof Error && notSignedIn.includes(cause.name))
    return 'AZURE_CLIENT_ID: De bot kan zich niet aanmelden bij Azure. Geef hem een beheerde identiteit; bij ontwikkelen helpt az login.';
  const code = codeOf(cause);
  if (notKnown.includes(code))
    return 'COSMOS_ENDPOINT: Het account weigert de bot. Geef zijn identiteit de rol voor de gegevens, of controleer COSMOS_KEY.';
  if (code === 404)
    return 'COSMOS_DATABASE: De database of haar containers ontbreken. In Azure maakt de sjabloon ze, bij ontwikkelen npm run containers.';
  return `COSMOS_ENDPOINT: De opslag kan niet open (fout: ${typeof code === 'number' ? code : 'onbekend'}).`;
};

/** In Dutch, why the bot could not start and what helps: the name of the setting first. No line holds a value. */
export const cureOf = (error: unknown): string => {
  const key = error instanceof StoreProblem ? error.cause : error;
  if (key instanceof MasterKeyFault) return masterKeyCures[key.code];
  if (key instanceof StoreIncomplete) return ofIncomplete[key.code];
  if (!(error instanceof StoreProblem)) {
    const code = systemCodeOf(error);
    return ofTheSystem[code] ?? `De bot kan niet starten (fout: ${code}).`;
  }
  return error.store === 'cosmos'
    ? ofCosmos(error.cause)
    : 'DATA_DIR: Het bestand met dossiers kan hier niet open. Kies een map waar de bot mag schrijven.';
};
