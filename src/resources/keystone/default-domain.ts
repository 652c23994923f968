import type { Session } from '../../engine/session.js';
import type { Host } from '../../hosts/host.js';
import { readConfig, resolveServiceAccess, rewriteConfig } from '../config/config-file.js';
import { editConfig } from '../config/edit-config.js';
import { readSection } from '../config/read-section.js';

const CONFIGURATION = '/etc/keystone/keystone.conf';

/** The id of the domain that Keystone takes for the default one unless it is told. */
export const INITIAL_DEFAULT_ID = 'default';

/** The id of the domain that is the default one by Keystone's configuration. */
export async function readDefaultDomainId(host: Host): Promise<string> {
  const configuration = await readConfig(host, CONFIGURATION);
  return readSection(configuration?.text ?? '', 'identity').default_domain_id ?? INITIAL_DEFAULT_ID;
}

/** Writes down which domain is the default one. */
export async function writeDefaultDomainId(session: Session, id: string): Promise<void> {
  const edit = { section: 'identity', setting: 'default_domain_id', values: [id] };
  await rewriteConfig(
    session,
    CONFIGURATION,
    (text) => editConfig(text, [edit]),
    () => resolveServiceAccess(session, 'keystone'),
  );
}
