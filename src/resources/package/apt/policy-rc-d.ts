import type { Session } from '../../../engine/session.js';
import type { PackageSubject } from '../attributes.js';
import type { Environment } from './apt-get.js';

/** Whom Debian's maintainer scripts ask before they start a service: invoke-rc.d(8), deb-systemd-invoke(1p). */
const POLICY = '/usr/sbin/policy-rc.d';

/** Its answer that a service may not be started. */
const FORBIDDEN = 101;

/** What the policy knows its services from: without it, one that an interrupted run left behind forbids nothing. */
const VARIABLE = 'GLANCE_APPLY_WITHHELD';

const policy = `#!/bin/sh
# Of glance-apply: services that a manifest declares are started by it, once they are configured, and not by the
# packages that bring them (start_services => false). Removed after each transaction; without the variable it
# forbids nothing.
while [ "\${1#--}" != "$1" ]; do shift; done
case "$2" in
  *start*) case " $${VARIABLE} " in *" \${1%.service} "*) exit ${FORBIDDEN} ;; esac ;;
esac
exit 0
`;

/** Where units and scripts of services are. */
const folders = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system', '/etc/init.d'];

/**
 * Does work on packages whose scripts may not start what the catalog starts itself, where a package asks for that.
 * A service that the host has already is left to its package: an upgrade restarts it.
 * @param work is given the environment that it must run apt in
 */
export async function preventServiceStarts<T>(
  session: Session,
  subjects: readonly PackageSubject[],
  work: (environment: Environment) => Promise<T>,
): Promise<T> {
  const asking = subjects.find(({ wanted }) => !wanted.start_services);
  const services = asking === undefined ? [] : await findNewServices(session);
  if (asking === undefined || services.length === 0) return work({});
  const { files } = session.host;
  const there = async () => (await files.read([POLICY]))[0];
  const before = await there();
  if (before !== undefined && String(before) !== policy) {
    session.warn(
      asking.reference,
      `its services may be started by the package: ${POLICY} is the host's own`,
      'that file decides what packages start; without it, start_services does',
    );
    return work({});
  }
  await files.write(POLICY, policy, { mode: 0o755 });
  try {
    return await work({ [VARIABLE]: services.join(' ') });
  } finally {
    // A resource of the catalog may have put another in its place.
    if (String(await there()) === policy) await files.remove(POLICY);
  }
}

/** Services whose own resources say whether they run, and of which the host has neither a unit nor a script yet. */
async function findNewServices(session: Session): Promise<string[]> {
  const names = [...session.managed('service', ({ wanted, noop }) => wanted.ensure !== undefined && !noop)];
  const services = names.map((name) => name.replace(/\.service$/, ''));
  const paths = services.map((name) =>
    folders.map((folder) => `${folder}/${folder.endsWith('init.d') ? name : `${name}.service`}`),
  );
  const found = await session.host.files.status(paths.flat());
  return services.filter((_, at) =>
    found.slice(at * folders.length, (at + 1) * folders.length).every((status) => status === undefined),
  );
}
