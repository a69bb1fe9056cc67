import type { MasterKeyFaultCode } from './casefile/sealed/masterKey';

/** In Dutch, why the master key cannot be used and what helps: the name of the setting first. No line holds a value. */
export const masterKeyCures: Readonly<Record<MasterKeyFaultCode, string>> = {
  'master-key-missing':
    'DATA_DIR, KEY_VAULT_URL: De hoofdsleutel van deze dossiers is er niet. Zet master.key terug uit de kopie, of vul de kluis in waarin hij ligt.',
  'data-key-damaged':
    'DATA_DIR, KEY_VAULT_URL: De hoofdsleutel past niet op deze dossiers, of hun sleutels zijn beschadigd. Zet de hoofdsleutel en de sleutels van dezelfde kopie terug.',
  'master-key-unsafe':
    'DATA_DIR: Anderen op deze computer kunnen master.key lezen of veranderen. Geef alleen de gebruiker van de bot recht op dit bestand (chmod 600).',
  'master-key-damaged': 'DATA_DIR: In master.key staat geen bruikbare sleutel. Zet het bestand terug uit de kopie.',
  'master-key-unreachable':
    'KEY_VAULT_URL: De sleutelkluis antwoordt niet. Controleer het adres en het netwerk, en start opnieuw.',
  'master-key-refused':
    'KEY_VAULT_URL: De kluis weigert de bot. Geef zijn identiteit de rol Key Vault Crypto User, en kijk of de sleutel meldcode aan staat.',
  'master-key-not-signed-in':
    'KEY_VAULT_URL: De bot kan zich niet aanmelden bij Azure. Geef hem een beheerde identiteit; bij ontwikkelen helpt az login.',
};
