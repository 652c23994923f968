import type { Session } from '../../engine/session.js';
import type { Host } from '../../hosts/host.js';
import { readConfig, resolveServiceAccess, rewriteConfig } from '../config/config-file.js';
import { editConfig } from '../config/edit-config.js';
import { readSection } from '../config/read-section.js';

const CONFIGURATION = '/etc/keystone/keystone.conf';

/** The id of the default domain if Keystone's configuration does not name one. */
export const INITIAL_DEFAULT_ID = 'default';

/** Returns the id of the default domain, as Keystone's configuration determines it. */
export async function readDefaultDomainId(host: Host): Promise<string> {
  const configuration = await readConfig(host, CONFIGURATION);
  return readSection(configuration?.text ?? '', 'identity').default_domain_id ?? INITIAL_DEFAULT_ID;
}

/** Writes the id of the default domain into Keystone's configuration. */
export async function writeDefaultDomainId(session: Session, id: string): Promise<void> {
  const edit = { section: 'identity', setting: 'default_domain_id', values: [id] };
  await rewriteConfig(
    session,
    CONFIGURATION,
    (text) => editConfig(text, [edit]),
    () => resolveServiceAccess(session, 'keystone'),
  );
}
