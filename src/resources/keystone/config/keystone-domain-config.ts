import { matching, nativeType, Reference, title } from '../../../catalog/index.js';
import { type Provider, provide, type State, type Subject, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import type { Host } from '../../../hosts/host.js';
import { readConfig, resolveServiceAccess } from '../../config/config-file.js';
import { createConfigProvider } from '../../config/config-provider.js';
import { osloDialect } from '../../config/oslo-dialect.js';
import { readSection } from '../../config/read-section.js';
import {
  listSettings,
  normalizeSetting,
  type SettingName,
  settingAttributes,
  splitSettingName,
  validateSetting,
} from '../../config/setting.js';

const CONFIGURATION = '/etc/keystone/keystone.conf';

/** Keystone's default directory of domain configurations. */
const DEFAULT_DIRECTORY = '/etc/keystone/domains';

const attributes = {
  name: title<`${string}::${string}/${string}`>(
    "The domain, the section and the setting: 'Default::ldap/url'. Everything after the first slash is the setting's name.",
    matching(/^(?:(?!::)[^/\0\r\n])+::[^/]+\/[\s\S]+$/, "of the form 'domain::section/setting'"),
  ),
  ...settingAttributes,
} as const;

type DomainSubject = Subject<typeof attributes>;

/**
 * An option of one domain of the Identity service, in `/etc/keystone/domains/keystone.DOMAIN.conf`.
 * @example
 * new KeystoneDomainConfig(site, 'Default::identity/driver', { value: 'ldap' });
 * new KeystoneDomainConfig(site, 'Default::ldap/url', { value: 'ldap://ldap.example.org' });
 */
export class KeystoneDomainConfig extends nativeType('keystone_domain_config', attributes, {
  doc:
    'A setting of one domain, in keystone.DOMAIN.conf in the directory of identity/domain_config_dir in keystone.conf, ' +
    'by default /etc/keystone/domains. Comments, order and layout of the file stay as they are.',
  normalize: normalizeSetting,
  validate: (desired) => validateSetting(desired.name, splitTitle, desired),
  secrets: ({ secret }) => (secret ? ['value'] : []),
  autorequire: () => [
    new Reference('anchor', 'keystone::install::end'),
    new Reference('file', DEFAULT_DIRECTORY),
    // It determines the directory.
    new Reference('keystone_config', 'identity/domain_config_dir'),
  ],
  // Keystone reads these files when it starts; under Apache, the service has another name.
  autonotify: () => [
    new Reference('service', 'keystone'),
    new Reference('anchor', 'keystone::service::begin'),
  ],
}) {}

provide(KeystoneDomainConfig, {
  async read(session, subjects) {
    try {
      return await (await createProvider(session)).read(session, subjects);
    } catch (error) {
      const state = Unreadable.because(error);
      return new Map(subjects.map((subject) => [subject.title, state]));
    }
  },

  changeAll: async (session, changes) => (await createProvider(session)).changeAll?.(session, changes),

  async list({ host }) {
    const directory = await readDomainDirectory(host);
    const found = new Map<string, State>();
    for (const file of (await host.files.list(directory)) ?? []) {
      const domain = /^keystone\.(.+)\.conf$/.exec(file)?.[1];
      if (domain === undefined || domain.includes('::')) continue;
      const { text } = (await readConfig(host, `${directory}/${file}`)) ?? { text: '' };
      for (const [name, state] of listSettings(text)) found.set(`${domain}::${name}`, state);
    }
    return found;
  },

  batchBy: ({ name }) => splitTitle(name).domain,
});

/** Creates the provider for the directory in keystone.conf, which the same run may just have changed. */
async function createProvider(session: Session): Promise<Provider<typeof attributes>> {
  const directory = await session.once('directory of domain configurations', () =>
    readDomainDirectory(session.host),
  );
  return createConfigProvider<typeof attributes>({
    locate: ({ name, desired }: DomainSubject) => {
      const { domain, section, setting } = splitTitle(name);
      const path = pathOf(directory, domain);
      return { path, section, setting, dialect: osloDialect, separator: desired.key_val_separator };
    },
    newFileAccess: () => resolveServiceAccess(session, 'keystone'),
  });
}

async function readDomainDirectory(host: Host): Promise<string> {
  const configuration = await readConfig(host, CONFIGURATION);
  return readSection(configuration?.text ?? '', 'identity').domain_config_dir || DEFAULT_DIRECTORY;
}

function pathOf(directory: string, domain: string): string {
  return `${directory}/keystone.${domain}.conf`;
}

function splitTitle(name: string): SettingName & { readonly domain: string } {
  const end = name.indexOf('::');
  return { domain: name.slice(0, end), ...splitSettingName(name.slice(end + 2)) };
}
