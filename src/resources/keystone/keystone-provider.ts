import type { AttributeTable } from '../../catalog/index.js';
import { type Diff, type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { isApiUnusable, NoCredentialsError } from '../openstack/api-error.js';
import { CREDENTIAL_FILES } from '../openstack/credentials/find-credentials.js';
import { KeystoneClient } from '../openstack/identity/keystone-client.js';

/** The functions that read, change and list the objects of one type in Keystone. */
export interface KeystoneCalls<A extends AttributeTable> {
  /** Returns the states by title; a resource without one is absent. */
  read(
    keystone: KeystoneClient,
    subjects: readonly Subject<A>[],
    session: Session,
  ): Promise<ReadonlyMap<string, State>>;
  change(keystone: KeystoneClient, subject: Subject<A>, diff: Diff, session: Session): Promise<void>;
  /** Returns all objects of the type in Keystone, by title. */
  list?(keystone: KeystoneClient): Promise<ReadonlyMap<string, State>>;
}

const CONFIGURATION = '/etc/keystone/keystone.conf';

/** Changes are made one after another: Keystone with SQLite fails if two are made at once. */
const LOCKS: readonly string[] = ['keystone'];

/** Creates a provider that reads and changes the objects of one type in Keystone. */
export function createKeystoneProvider<A extends AttributeTable>(kind: KeystoneCalls<A>): Provider<A> {
  const { list } = kind;
  return {
    locks: () => LOCKS,

    async read(session, subjects) {
      try {
        return await kind.read(await KeystoneClient.of(session), subjects, session);
      } catch (error) {
        const why = await explainUnreadable(session, error);
        const perhaps = new Unreadable(why.reason, why.denied, true);
        return new Map(
          subjects.map((subject) => [subject.title, isCreatedByBootstrap(session, subject) ? perhaps : why]),
        );
      }
    },

    async change(session, subject, diff) {
      await kind.change(await KeystoneClient.of(session), subject, diff, session);
    },

    ...(list === undefined
      ? {}
      : { list: async (session: Session) => list(await KeystoneClient.of(session)) }),
  };
}

/** Returns why nothing can be read if Keystone is the cause, and throws any other error. */
async function explainUnreadable(session: Session, error: unknown): Promise<Unreadable> {
  if (!isApiUnusable(error)) throw error;
  if (await willInstallKeystone(session)) return new Unreadable(error.message);
  return new Unreadable(
    error.message,
    error instanceof NoCredentialsError && canLogInLater(session, error),
    true,
  );
}

/** Returns whether another user may be able to log in, or this run once it has written a file with credentials. */
function canLogInLater({ managed }: Session, { isDenied: denied }: NoCredentialsError): boolean {
  const files = managed('file');
  return denied || CREDENTIAL_FILES.some((path) => files.has(path));
}

/** The roles that `keystone-manage bootstrap` creates, in any release. */
const BOOTSTRAP_ROLES: ReadonlySet<string> = new Set(['admin', 'manager', 'member', 'reader', 'service']);

/** Returns whether `keystone-manage bootstrap` may create an object before its own resource does. */
function isCreatedByBootstrap({ managed }: Session, { name, tags }: Subject): boolean {
  if (tags.has('keystone::bootstrap')) return true;
  const bootstraps = [...managed('exec')].some((command) => command.startsWith('keystone-manage bootstrap'));
  return bootstraps && tags.has('keystone_role') && BOOTSTRAP_ROLES.has(name);
}

/** Returns whether the catalog has yet to install Keystone on this host, so that it cannot contain anything. */
async function willInstallKeystone({ host, managed }: Session): Promise<boolean> {
  if (managed('keystone_config').size === 0) return false;
  return (await host.files.status([CONFIGURATION]))[0] === undefined;
}
