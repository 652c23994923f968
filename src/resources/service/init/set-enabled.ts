import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { endOf, lastLines } from '../custom-command.js';
import type { InitScript } from './init-script.js';
import { createNoScriptError } from './predict-failure.js';
import { isLinked, parseDefaultLevels, readRcLinks } from './rc-links.js';

type Commands = readonly (readonly [string, ...string[]])[];

/** Has an init script start at boot or not: update-rc.d on Debian and its kin, chkconfig on Enterprise Linux. */
export async function setEnabled(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const { wanted } = subject;
  if (wanted.enable === 'mask') {
    raise('service.no-mask', `an init script cannot be masked`, {
      hint: 'enable: false keeps it from starting at boot; only systemd can forbid to start a service at all',
    });
  }
  if (script === undefined) {
    throw createNoScriptError(subject);
  }
  const on = wanted.enable === true;
  if (await runAll(session, toDebianCommands(script.name, on))) {
    if (on && !(await isEnabled(session, script))) await runAll(session, toRelinkCommands(script.name));
    return;
  }
  if (await runAll(session, toRedhatCommands(script.name, on))) return;
  raise('service.no-boot-tool', `${session.host.name} has neither update-rc.d nor chkconfig`, {
    hint: 'install init-system-helpers (Debian) or chkconfig (Enterprise Linux)',
  });
}

function toDebianCommands(name: string, on: boolean): Commands {
  return [
    ['update-rc.d', name, 'defaults'],
    ['update-rc.d', name, on ? 'enable' : 'disable'],
  ];
}

/** Where only some of the links are there, update-rc.d takes that for the administrator's wish. */
function toRelinkCommands(name: string): Commands {
  return [
    ['update-rc.d', '-f', name, 'remove'],
    ['update-rc.d', name, 'defaults'],
  ];
}

function toRedhatCommands(name: string, on: boolean): Commands {
  return [
    ['chkconfig', '--add', name],
    ['chkconfig', name, on ? 'on' : 'off'],
  ];
}

async function isEnabled(session: Session, { name, text }: InitScript): Promise<boolean> {
  return isLinked(await readRcLinks(session), name, parseDefaultLevels(text));
}

/** False where the tool is not there. */
async function runAll(session: Session, commands: Commands): Promise<boolean> {
  for (const argv of commands) {
    const result = await session.host.run({ argv, signal: session.signal });
    if (result.failure === 'ENOENT') return false;
    if (result.status !== 0) {
      raise('service.boot', `'${argv.join(' ')}' ${endOf(result)}: ${lastLines(result)}`, {
        hint: 'what starts at boot is changed as root',
      });
    }
  }
  return true;
}
