import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { describeExit, lastLines } from '../../tools/command-result.js';
import type { ServiceSubject } from '../attributes.js';
import type { InitScript } from './init-script.js';
import { createNoScriptError } from './predict-failure.js';
import { isLinked, parseDefaultLevels, readRcLinks } from './rc-links.js';

type Commands = readonly (readonly [string, ...string[]])[];

/** Enables or disables an init script at boot: with update-rc.d on Debian and its derivatives, chkconfig on Enterprise Linux. */
export async function setEnabled(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const { desired } = subject;
  if (desired.enable === 'mask') {
    raise('service.no-mask', 'an init script cannot be masked', {
      hint: 'use enable: false, which keeps it from starting at boot; only systemd can forbid every start',
    });
  }
  if (script === undefined) {
    throw createNoScriptError(subject);
  }
  const on = desired.enable === true;
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

/** update-rc.d assumes that the administrator removed missing links, so that they have to be created again. */
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

/** Runs commands. Returns false if the tool is not installed. */
async function runAll(session: Session, commands: Commands): Promise<boolean> {
  for (const argv of commands) {
    const result = await session.host.run({ argv, signal: session.signal });
    if (result.failure === 'ENOENT') return false;
    if (result.status !== 0) {
      raise('service.boot', `'${argv.join(' ')}' ${describeExit(argv[0], result)}: ${lastLines(result)}`, {
        hint: 'run this as root',
      });
    }
  }
  return true;
}
