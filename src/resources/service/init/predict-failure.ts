import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { comesFromCatalog } from '../files-from-catalog.js';

/** The error of a service of which no init script is there. */
export function createNoScriptError(subject: ServiceSubject): GlanceApplyError {
  const message = `there is no init script ${listScriptPaths(subject).join(' or ')}`;
  return new GlanceApplyError(
    problem('service.unknown', message, {
      hint: 'is the package that brings it in the manifest, and does it come before the service?',
    }),
  );
}

/** What a plan is to know of a service without a script: that it cannot be started or enabled, unless that comes. */
export function predictFailure(
  session: Session,
  subject: ServiceSubject,
  state: State,
): Unreadable | undefined {
  const { ensure, enable, start, binary } = subject.wanted;
  const starts = ensure === 'running' && state.ensure !== ensure && (start ?? binary) === undefined;
  const enables = typeof enable === 'boolean' && enable !== state.enable;
  if (!(starts || enables) || comesFromCatalog(session, listScriptPaths(subject))) return undefined;
  return Unreadable.unmakeable(createNoScriptError(subject).message, state);
}

function listScriptPaths({ wanted }: ServiceSubject): string[] {
  const name = wanted.name.replace(/\.service$/, '');
  return wanted.path.map((directory) => `${directory}/${name}`);
}
