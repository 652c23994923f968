import { posix } from 'node:path';
import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { hasCustomStatus } from '../custom-status.js';
import { comesFromCatalog } from '../files-from-catalog.js';
import { exists, toUnitName, type Unit } from './unit.js';

/** The directories of units, and of the init scripts from which systemd generates units. */
const DIRECTORIES = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
  '/etc/init.d',
];

/** The properties of a service that differ. */
export interface ServiceDifferences {
  readonly ensures: boolean;
  readonly enables: boolean;
}

/** A unit that an administrator has masked is only unmasked if the manifest declares that. */
const UNMASK = 'enable: true or enable: false unmasks it; ensure alone does not';

/** Returns the command of the manifest for the desired state, if it has one. */
export function findCustomCommand({ desired }: ServiceSubject): string | undefined {
  return desired.ensure === 'running' ? desired.start : desired.stop;
}

/** Returns whether a change needs a unit that does not exist; only masking needs none. */
export function isUnitMissing(
  subject: ServiceSubject,
  unit: Unit,
  { ensures, enables }: ServiceDifferences,
): boolean {
  if (exists(unit)) return false;
  return (
    (enables && subject.desired.enable !== 'mask') || (ensures && findCustomCommand(subject) === undefined)
  );
}

/** Creates the diagnostic of a unit that does not exist. */
export function createNotFoundProblem({ desired }: ServiceSubject): Diagnostic {
  return problem('service.unknown', `unit ${toUnitName(desired.name)} not found`, {
    hint: 'declare the package that contains it, and require it',
  });
}

/** Creates the diagnostic of a unit that cannot be started because it is masked. */
export function createMaskedProblem(unit: Unit): Diagnostic {
  return problem('service.not-running', `${unit.Id} does not run: it is masked`, { hint: UNMASK });
}

/**
 * Returns the state of a service for a plan, or the failure of its change. A unit whose file exists, or is created by the
 * catalog, is one that systemd has not read yet.
 */
export async function predictFailure(
  session: Session,
  subject: ServiceSubject,
  unit: Unit,
  state: State,
): Promise<State | Unreadable> {
  const { desired } = subject;
  // systemd generates units of other types itself, such as those of mounts.
  if (!/\.(service|socket|timer|path|target)$/.test(toUnitName(desired.name))) return state;
  const differences = {
    ensures: desired.ensure !== undefined && desired.ensure !== state.ensure,
    enables: desired.enable !== undefined && desired.enable !== state.enable,
  };
  const failure = isUnitMissing(subject, unit, differences)
    ? createNotFoundProblem(subject)
    : staysMasked(subject, unit, differences)
      ? createMaskedProblem(unit)
      : undefined;
  if (failure === undefined) return state;
  // For a masked unit, a file that is removed may be the mask.
  if (comesFromCatalog(session, listUnitFiles(toUnitName(desired.name)), { removals: exists(unit) }))
    return state;
  if (!exists(unit) && (await isOnDisk(session, toUnitName(desired.name)))) return state;
  return Unreadable.blocked(new GlanceApplyError(failure).message, state);
}

function staysMasked(subject: ServiceSubject, unit: Unit, { ensures, enables }: ServiceDifferences): boolean {
  if (unit.LoadState !== 'masked' || unit.NeedDaemonReload === 'yes') return false;
  const starts = ensures && subject.desired.ensure === 'running' && findCustomCommand(subject) === undefined;
  return starts && !enables && !hasCustomStatus(subject);
}

/** Returns whether the unit has a file, or is an alias of a unit that the catalog enables. */
async function isOnDisk(session: Session, unit: string): Promise<boolean> {
  const { files } = session.host;
  if ((await files.status(listUnitFiles(unit))).some((status) => status !== undefined)) return true;
  const enabled = session.managed('service', ({ desired, noop }) => noop !== true && desired.enable === true);
  const texts = await files.read([...enabled].flatMap((name) => listUnitFiles(toUnitName(name))));
  return texts.some((text) => text instanceof Error || parseAliases(text?.toString('utf8')).includes(unit));
}

function parseAliases(text = ''): string[] {
  return [...text.matchAll(/^[ \t]*Alias\s*=(.*)$/gm)].flatMap(([, names = '']) => names.trim().split(/\s+/));
}

/** Lists the possible files of a unit: its own, its template's, and its init script. */
function listUnitFiles(unit: string): string[] {
  const bare = posix.parse(unit).name;
  const template = unit.replace(/@.*(?=\.\w+$)/, '@');
  return DIRECTORIES.flatMap((directory) =>
    directory === '/etc/init.d'
      ? [`${directory}/${bare}`]
      : [...new Set([unit, template])].map((name) => `${directory}/${name}`),
  );
}
