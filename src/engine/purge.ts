import type { Catalog } from '../catalog/catalog.js';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { concealLiterals } from '../catalog/secret-attributes.js';
import { messageOf } from '../errors/glance-apply-error.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import { toSubject } from './group.js';
import { findProtectedUsers } from './protected-users.js';
import {
  type Diff,
  type Provider,
  type ProviderChoice,
  type State,
  type Subject,
  Unreadable,
} from './provider.js';
import type { PurgedTypes } from './purged-types.js';
import type { Session } from './session.js';

const removal = (is: State): Diff => ({
  is,
  differences: [{ property: 'ensure', is: is.ensure ?? 'present', should: 'absent' }],
  has: (property) => property === 'ensure',
  creates: false,
  removes: true,
});

/**
 * Creates the provider of Puppet's `resources { 'type': purge => true }`, which removes what exists of a type on the
 * host and is not in the catalog. A setting that the catalog leaves to the service counts as in the catalog. The
 * observed state contains titles, so that a plan can name them.
 */
export function createPurgeProvider(catalog: Catalog, types: PurgedTypes): ProviderChoice {
  const listUnmanaged = async (
    session: Session,
    { name, desired }: Subject,
  ): Promise<ReadonlyMap<string, State>> => {
    const { provider, definition } = types.get(name);
    const subjects = catalog.resources.filter(({ type }) => type === name).map(toSubject);
    if (provider.listUnmanaged !== undefined) return provider.listUnmanaged(session, subjects);
    const names = new Set(subjects.flatMap((subject) => [subject.name, subject.title]));
    const existing = await provider.list(session, subjects);
    const isKnown = (title: string, state: State) =>
      names.has(title) || names.has(createSubject(definition, title, state).name);
    const isProtected = name === 'user' ? await findProtectedUsers(session, desired) : () => false;
    return new Map(
      [...existing].filter(([title, state]) => !isKnown(title, state) && !isProtected(title, state)),
    );
  };

  const provider: Provider = {
    prefetchable: false,
    read: async (session, subjects) => {
      const states = new Map<string, State | Unreadable>();
      for (const subject of subjects) {
        const { purge } = subject.desired;
        const found = purge ? await listUnmanaged(session, subject).catch(toUnreadable) : new Map();
        states.set(subject.title, found instanceof Unreadable ? found : purgeState(purge === true, found));
      }
      return states;
    },
    change: async (session, subject) => {
      const { provider: remover, definition } = types.get(subject.name);
      const changes = [...(await listUnmanaged(session, subject))].map(([title, is]) => ({
        subject: createSubject(definition, title, is),
        diff: removal(is),
      }));
      if (remover.changeAll !== undefined) await remover.changeAll(session, changes);
      else for (const change of changes) await remover.change?.(session, change.subject, change.diff);
    },
  };
  return { providers: { default: provider }, choose: () => 'default' };
}

function purgeState(purge: boolean | undefined, found: ReadonlyMap<string, State>): State {
  return { purge: found.size === 0 ? purge : [...found.keys()].sort() };
}

/** Makes a plan report that something may be removed, if the user lacks the permission to read. */
function toUnreadable(error: unknown): Unreadable {
  if (isPermissionDenied(error)) return new Unreadable(messageOf(error), true);
  throw error;
}

/** Creates the subject of something that exists on the host, as if it were declared absent with all that is known. */
function createSubject(definition: NativeTypeDefinition, title: string, is: State): Subject {
  const { titleAttribute, parseTitle, nameOf } = definition;
  const parsed = parseTitle?.(title);
  const desired = concealLiterals(
    {
      ...defaultValues(definition),
      [titleAttribute]: title,
      ...(typeof parsed === 'object' ? parsed : {}),
      ...is,
      ensure: 'absent',
    },
    definition.attributes,
  );
  return {
    reference: `${definition.name}[${title}]`,
    title,
    name: nameOf?.(desired) ?? String(desired[titleAttribute]),
    desired,
    secrets: new Set(),
    loglevel: 'notice',
    tags: new Set(),
  };
}

function defaultValues({ attributes }: NativeTypeDefinition): Record<string, unknown> {
  const withDefault = Object.entries(attributes).filter(
    ([, { default: value }]) => value !== undefined && typeof value !== 'function',
  );
  return Object.fromEntries(withDefault.map(([name, attribute]) => [name, attribute.default]));
}
