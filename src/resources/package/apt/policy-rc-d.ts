import type { Session } from '../../../engine/session.js';
import type { PackageSubject } from '../attributes.js';
import type { Environment } from './apt-get.js';

/** The program that Debian's maintainer scripts call before they start a service: invoke-rc.d(8), deb-systemd-invoke(1p). */
const POLICY = '/usr/sbin/policy-rc.d';

/** Its exit status that forbids to start a service. */
const FORBIDDEN = 101;

/** The variable with the services that must not be started: without it, a policy left by an interrupted run forbids nothing. */
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

/** The directories of units and init scripts. */
const folders = ['/etc/systemd/system', '/usr/lib/systemd/system', '/lib/systemd/system', '/etc/init.d'];

/**
 * Works on packages whose scripts must not start the services that the catalog starts, if a package declares
 * `start_services: false`. A service that the host already has is left to its package: an upgrade restarts it.
 * @param work Called with the environment in which apt must run.
 */
export async function preventServiceStarts<T>(
  session: Session,
  subjects: readonly PackageSubject[],
  work: (environment: Environment) => Promise<T>,
): Promise<T> {
  const requester = subjects.find(({ desired }) => !desired.start_services);
  const services = requester === undefined ? [] : await findNewServices(session);
  if (requester === undefined || services.length === 0) return work({});
  const { files } = session.host;
  const readPolicy = async () => (await files.read([POLICY]))[0];
  const before = await readPolicy();
  if (before !== undefined && String(before) !== policy) {
    session.warn(
      requester.reference,
      `the package may start its services: ${POLICY} exists on the host, and start_services has no effect`,
      'that file decides which services packages start: remove it, or forbid the services there',
    );
    return work({});
  }
  await files.write(POLICY, policy, { mode: 0o755 });
  try {
    return await work({ [VARIABLE]: services.join(' ') });
  } finally {
    // A resource of the catalog may have replaced it.
    if (String(await readPolicy()) === policy) await files.remove(POLICY);
  }
}

/** Finds the services whose resources declare whether they run, and that have neither a unit nor a script on the host yet. */
async function findNewServices(session: Session): Promise<string[]> {
  const names = [...session.managed('service', ({ desired, noop }) => desired.ensure !== undefined && !noop)];
  const services = names.map((name) => name.replace(/\.service$/, ''));
  const paths = services.map((name) =>
    folders.map((folder) => `${folder}/${folder.endsWith('init.d') ? name : `${name}.service`}`),
  );
  const found = await session.host.files.status(paths.flat());
  return services.filter((_, at) =>
    found.slice(at * folders.length, (at + 1) * folders.length).every((status) => status === undefined),
  );
}
