import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { concealLiterals } from '../catalog/secret-attributes.js';
import { GlanceApplyError, raise } from '../errors/glance-apply-error.js';
import type { Host } from '../hosts/host.js';
import { Redactor } from '../secrets/redactor.js';
import { type Provider, providersOf, type State, type Subject, Unreadable } from './provider.js';
import { ResourcePool } from './resource-pool.js';
import type { Session } from './session.js';
import { defaultStateDirectory } from './state/state-directory.js';

/**
 * Reads resources of a type on a host: those with the given titles, or all of them if the provider can list them.
 * Changes nothing. The values of secret attributes are `Secret`s.
 * @param titles The titles; if empty, all resources are read.
 * @throws {GlanceApplyError} if the provider cannot list resources, or the state cannot be read.
 */
export async function inspect(
  definition: NativeTypeDefinition,
  host: Host,
  titles: readonly string[] = [],
): Promise<ReadonlyMap<string, State>> {
  const pool = new ResourcePool();
  const redactor = new Redactor();
  try {
    const found = await read(definition, await openSession(host, pool, redactor), titles);
    return new Map(
      [...found].map(([title, state]) => [title, concealLiterals(state, definition.attributes)]),
    );
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    throw new GlanceApplyError(error.diagnostics.map((one) => redactor.diagnostic(one)));
  } finally {
    await pool.close();
  }
}

async function read(
  definition: NativeTypeDefinition,
  session: Session,
  titles: readonly string[],
): Promise<ReadonlyMap<string, State>> {
  const subjects = titles.map((title) => createSubject(definition, title, session));
  const desired = subjects[0]?.desired ?? {};
  const provider = selectProvider(definition, session, desired);
  if (titles.length === 0) {
    if (provider.list !== undefined) return provider.list(session, []);
    return raise('inspect.unlisted', `resources of the type ${definition.name} cannot be listed`, {
      hint: 'name one of them: glance-apply inspect TYPE TITLE',
    });
  }
  const states = new Map<string, State>();
  for (const [title, state] of await provider.read(session, subjects)) {
    if (state instanceof Unreadable) {
      return raise(
        'inspect.unreadable',
        `the state of ${definition.name} '${title}' cannot be read: ${state.reason}`,
      );
    }
    states.set(title, state);
  }
  return states;
}

function refuseChange(): Promise<never> {
  return Promise.reject(new Error('inspect must not change the host'));
}

async function openSession(host: Host, pool: ResourcePool, redactor: Redactor): Promise<Session> {
  const readings = new Map<string, Promise<unknown>>();
  return {
    host,
    facts: await host.facts(),
    stateDirectory: defaultStateDirectory,
    stop: new AbortController().signal,
    signal: new AbortController().signal,
    planning: true,
    warn: () => {},
    conceal: (secret) => redactor.add(secret),
    once<T>(key: string, read: () => Promise<T>): Promise<T> {
      const known = readings.get(key) ?? read();
      readings.set(key, known);
      return known as Promise<T>;
    },
    shared: (key, open, close) => pool.acquire(key, open, close),
    prefetching: false,
    changed: false,
    progress: () => {},
    message: () => {},
    rewrite: refuseChange,
    exclusively: refuseChange,
    backup: refuseChange,
    declared: () => undefined,
    managed: () => new Set(),
  };
}

function selectProvider(
  definition: NativeTypeDefinition,
  { facts }: Session,
  desired: Subject['desired'],
): Provider {
  const choice = providersOf(definition);
  const provider = choice?.providers[choice.choose(facts, desired)];
  return provider ?? raise('inspect.provider', `the type ${definition.name} has no provider`);
}

/** Creates a subject with a title and the default parameters of its type. */
function createSubject(definition: NativeTypeDefinition, title: string, { facts }: Session): Subject {
  const { attributes, titleAttribute, parseTitle, name: type } = definition;
  const desired: Record<string, unknown> = {};
  for (const [name, { default: fallback, role }] of Object.entries(attributes)) {
    // Properties are to be read: a provider would take a value for the desired state.
    if (role === 'property' || fallback === undefined) continue;
    desired[name] = typeof fallback === 'function' ? fallback({ facts, release: '' }) : fallback;
  }
  const parsed = parseTitle?.(title) ?? { [titleAttribute]: title };
  if (typeof parsed === 'string') return raise('title.form', `${type} '${title}': ${parsed}`);
  Object.assign(desired, parsed);
  for (const [attribute, { required }] of Object.entries(attributes)) {
    if (!required || desired[attribute] !== undefined) continue;
    return raise(
      'inspect.incomplete',
      `${type} '${title}' cannot be found by its title: the title does not contain the ${attribute}`,
      {
        hint: `omit the title if ${type} can be listed: glance-apply inspect ${type}`,
      },
    );
  }
  const name = String(desired[titleAttribute] ?? title);
  return {
    reference: `${type}[${title}]`,
    title,
    name,
    desired: concealLiterals(desired, attributes),
    secrets: new Set(),
    loglevel: 'notice',
    tags: new Set(),
  };
}
