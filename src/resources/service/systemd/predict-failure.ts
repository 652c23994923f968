import { posix } from 'node:path';
import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { hasCustomStatus } from '../custom-status.js';
import { comesFromCatalog } from '../files-from-catalog.js';
import { exists, toUnitName, type Unit } from './unit.js';

/** Where units are, their own and those that systemd makes of init scripts. */
const DIRECTORIES = [
  '/etc/systemd/system',
  '/run/systemd/system',
  '/usr/local/lib/systemd/system',
  '/usr/lib/systemd/system',
  '/lib/systemd/system',
  '/etc/init.d',
];

/** What is to be changed of a service. */
export interface ServiceDifferences {
  readonly ensures: boolean;
  readonly enables: boolean;
}

/** Who masked a unit wanted it not to be started: that is taken back only where it is asked for. */
const UNMASK = 'enable: true or enable: false unmasks it; ensure alone does not';

/** The manifest's own command for what is wanted. */
export function findCustomCommand({ wanted }: ServiceSubject): string | undefined {
  return wanted.ensure === 'running' ? wanted.start : wanted.stop;
}

/** Something is wanted of a unit that there is not; only masking needs none. */
export function isUnitMissing(
  subject: ServiceSubject,
  unit: Unit,
  { ensures, enables }: ServiceDifferences,
): boolean {
  if (exists(unit)) return false;
  return (
    (enables && subject.wanted.enable !== 'mask') || (ensures && findCustomCommand(subject) === undefined)
  );
}

export function createNotFoundProblem({ wanted }: ServiceSubject): Diagnostic {
  return problem('service.unknown', `unit ${toUnitName(wanted.name)} not found`, {
    hint: 'is the package that brings it in the manifest, and does it come before the service?',
  });
}

export function createMaskedProblem(unit: Unit): Diagnostic {
  return problem('service.not-running', `${unit.Id} does not run: it is masked`, { hint: UNMASK });
}

/**
 * What a plan is to know of a service: its state, or what a change of it would fail with. A unit whose file is there
 * already, or comes with the catalog, is one that systemd has only not read yet.
 */
export async function predictFailure(
  session: Session,
  subject: ServiceSubject,
  unit: Unit,
  state: State,
): Promise<State | Unreadable> {
  const { wanted } = subject;
  // systemd makes units of other kinds by itself, of what is mounted for example.
  if (!/\.(service|socket|timer|path|target)$/.test(toUnitName(wanted.name))) return state;
  const wish = {
    ensures: wanted.ensure !== undefined && wanted.ensure !== state.ensure,
    enables: wanted.enable !== undefined && wanted.enable !== state.enable,
  };
  const why = isUnitMissing(subject, unit, wish)
    ? createNotFoundProblem(subject)
    : staysMasked(subject, unit, wish)
      ? createMaskedProblem(unit)
      : undefined;
  if (why === undefined) return state;
  // Of what is masked, a file that goes may be the mask.
  if (comesFromCatalog(session, listUnitFiles(toUnitName(wanted.name)), { removals: exists(unit) }))
    return state;
  if (!exists(unit) && (await isOnDisk(session, toUnitName(wanted.name)))) return state;
  return Unreadable.unmakeable(new GlanceApplyError(why).message, state);
}

function staysMasked(subject: ServiceSubject, unit: Unit, { ensures, enables }: ServiceDifferences): boolean {
  if (unit.LoadState !== 'masked' || unit.NeedDaemonReload === 'yes') return false;
  const starts = ensures && subject.wanted.ensure === 'running' && findCustomCommand(subject) === undefined;
  return starts && !enables && !hasCustomStatus(subject);
}

/** Whether there is a file of the unit, or of one that is enabled with the catalog and then goes by its name, too. */
async function isOnDisk(session: Session, unit: string): Promise<boolean> {
  const { files } = session.host;
  if ((await files.status(listUnitFiles(unit))).some((status) => status !== undefined)) return true;
  const enabled = session.managed('service', ({ wanted, noop }) => noop !== true && wanted.enable === true);
  const texts = await files.read([...enabled].flatMap((name) => listUnitFiles(toUnitName(name))));
  return texts.some((text) => text instanceof Error || parseAliases(text?.toString('utf8')).includes(unit));
}

function parseAliases(text = ''): string[] {
  return [...text.matchAll(/^[ \t]*Alias\s*=(.*)$/gm)].flatMap(([, names = '']) => names.trim().split(/\s+/));
}

/** Where the files of a unit may be: its own, its template's, and the init script that it is made of. */
function listUnitFiles(unit: string): string[] {
  const bare = posix.parse(unit).name;
  const template = unit.replace(/@.*(?=\.\w+$)/, '@');
  return DIRECTORIES.flatMap((directory) =>
    directory === '/etc/init.d'
      ? [`${directory}/${bare}`]
      : [...new Set([unit, template])].map((name) => `${directory}/${name}`),
  );
}
