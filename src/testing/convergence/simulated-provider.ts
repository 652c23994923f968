import type { NativeTypeDefinition } from '../../catalog/native-type-definition.js';
import { type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import { reveal } from '../../secrets/secret.js';
import type { SimulatedWorld } from './simulated-world.js';

/**
 * Creates a provider whose resources are in memory. The members of the real provider that do not need a host, such as
 * whether a change can disturb other resources, are used as they are.
 */
export function simulatedProvider(
  definition: NativeTypeDefinition,
  real: Provider | undefined,
  world: SimulatedWorld,
): Provider {
  // Several resources of such a type can have the same name, so they are distinguished by title.
  const key = ({ name, title }: Subject) => (definition.several ? title : name);

  const read = (subject: Subject): State | Unreadable | undefined => {
    if (world.injectedFailures.readings.has(subject.reference)) return new Unreadable('the spec made it so');
    const state = world.get(definition.name, key(subject));
    if (definition.name === 'exec') return readExec(subject, state);
    return state;
  };

  const change = (subject: Subject): void => {
    if (world.injectedFailures.changes.has(subject.reference))
      throw new Error('the spec made its change fail');
    const { ensure } = subject.desired;
    if (ensure === 'absent' || ensure === 'purged') {
      world.set(definition.name, key(subject), undefined);
      return;
    }
    const state: Record<string, unknown> = { ...world.get(definition.name, key(subject)) };
    for (const [name, { role }] of Object.entries(definition.attributes)) {
      const desired = reveal(subject.desired[name]);
      if (role === 'property' && desired !== undefined) state[name] = desired;
    }
    world.set(definition.name, key(subject), state);
  };

  return {
    ...hostIndependentMembers(real),
    read: async (_session, subjects) => {
      const states = new Map<string, State | Unreadable>();
      for (const subject of subjects) {
        const state = read(subject);
        if (state !== undefined) states.set(subject.title, state);
      }
      return states;
    },
    ...(real?.changeAll === undefined
      ? { change: async (_session, subject) => change(subject) }
      : {
          changeAll: async (_session, changes) => {
            for (const { subject } of changes) change(subject);
          },
        }),
    ...(real?.refresh !== undefined && {
      refresh: async (_session, subject) => {
        if (world.injectedFailures.refreshes.has(subject.reference))
          throw new Error('the spec made its refresh fail');
        if (definition.name === 'exec' && isGuarded(subject) && read(subject) !== notRun) return false;
      },
    }),
    ...(real?.list !== undefined && { list: async () => world.all(definition.name) }),
  };
}

/** Returns the members of a provider that do not need a host. */
function hostIndependentMembers(real: Provider | undefined): Partial<Provider> {
  if (real === undefined) return {};
  const { refreshes, supersedesRefresh, batchBy, concurrency, locks } = real;
  const { waitsForAll, prefetchable, disturbs, undisturbed, blank } = real;
  const given = Object.entries({
    refreshes,
    supersedesRefresh,
    batchBy,
    concurrency,
    locks,
    waitsForAll,
    prefetchable,
    disturbs,
    undisturbed,
    blank,
  }).filter(([, answer]) => answer !== undefined);
  return Object.fromEntries(given);
}

const notRun: State = { returns: 'notrun' };

/** Returns the state of a command. A command with conditions does not run again; one without conditions always runs. */
function readExec(subject: Subject, state: State | undefined): State {
  return state !== undefined && isGuarded(subject) ? state : notRun;
}

function isGuarded({ desired }: Subject): boolean {
  return desired.creates !== undefined || desired.onlyif !== undefined || desired.unless !== undefined;
}
