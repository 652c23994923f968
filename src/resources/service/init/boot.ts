import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { endOf, lastLines } from '../shell-command.js';
import type { InitScript } from './init-script.js';

/** Has an init script start at boot or not: update-rc.d on Debian and its kin, chkconfig on Enterprise Linux. */
export async function setEnabled(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const { enable, name } = subject.wanted;
  if (enable === 'mask') {
    raise('service.no-mask', `${subject.reference}: an init script cannot be masked`, {
      hint: 'enable => false keeps it from starting at boot; only systemd can forbid to start a service at all',
    });
  }
  if (script === undefined) {
    raise(
      'service.unknown',
      `${subject.reference}: there is no init script ${subject.wanted.path[0]}/${name}`,
      {
        hint: 'is the package that brings it in the manifest, and does it come before the service?',
      },
    );
  }
  const on = enable === true;
  const debian = [
    ['update-rc.d', script.name, 'defaults'],
    ['update-rc.d', script.name, on ? 'enable' : 'disable'],
  ] as const;
  const redhat = [
    ['chkconfig', '--add', script.name],
    ['chkconfig', script.name, on ? 'on' : 'off'],
  ] as const;
  for (const tool of [debian, redhat]) if (await runAll(session, subject, tool)) return;
  raise(
    'service.no-boot-tool',
    `${subject.reference}: ${session.host.name} has neither update-rc.d nor chkconfig`,
    {
      hint: 'install init-system-helpers (Debian) or chkconfig (Enterprise Linux)',
    },
  );
}

/** False where the tool is not there. */
async function runAll(
  session: Session,
  { reference }: ServiceSubject,
  commands: readonly (readonly [string, ...string[]])[],
): Promise<boolean> {
  for (const argv of commands) {
    const result = await session.host.run({ argv, signal: session.signal });
    if (result.failure === 'ENOENT') return false;
    if (result.status !== 0) {
      raise('service.boot', `${reference}: '${argv.join(' ')}' ${endOf(result)}: ${lastLines(result)}`, {
        hint: 'what starts at boot is changed as root',
      });
    }
  }
  return true;
}
