import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { comesFromCatalog } from '../files-from-catalog.js';

/** Creates the error of a service without an init script. */
export function createNoScriptError(subject: ServiceSubject): GlanceApplyError {
  const message = `the init script ${listScriptPaths(subject).join(' or ')} does not exist`;
  return new GlanceApplyError(
    problem('service.unknown', message, {
      hint: 'declare the package that contains it, and require it',
    }),
  );
}

/** Predicts that a service without a script cannot be started or enabled, unless the catalog creates the script. */
export function predictFailure(
  session: Session,
  subject: ServiceSubject,
  state: State,
): Unreadable | undefined {
  const { ensure, enable, start, binary } = subject.desired;
  const starts = ensure === 'running' && state.ensure !== ensure && (start ?? binary) === undefined;
  const enables = typeof enable === 'boolean' && enable !== state.enable;
  if (!(starts || enables) || comesFromCatalog(session, listScriptPaths(subject))) return undefined;
  return Unreadable.blocked(createNoScriptError(subject).message, state);
}

function listScriptPaths({ desired }: ServiceSubject): string[] {
  const name = desired.name.replace(/\.service$/, '');
  return desired.path.map((directory) => `${directory}/${name}`);
}
