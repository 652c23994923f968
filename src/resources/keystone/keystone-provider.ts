import type { AttributeTable } from '../../catalog/index.js';
import { type Diff, type Provider, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { isApiUnusable, NoCredentialsError } from '../openstack/api-error.js';
import { CREDENTIAL_FILES } from '../openstack/credentials/find-credentials.js';
import { KeystoneClient } from '../openstack/identity/keystone-client.js';

/** How the things of one type are read from Keystone and changed in it. */
export interface KeystoneCalls<A extends AttributeTable> {
  /** States by title; what is left out is not there. */
  read(
    keystone: KeystoneClient,
    subjects: readonly Subject<A>[],
    session: Session,
  ): Promise<ReadonlyMap<string, State>>;
  change(keystone: KeystoneClient, subject: Subject<A>, diff: Diff, session: Session): Promise<void>;
  /** Everything of the kind that Keystone has, by title. */
  list?(keystone: KeystoneClient): Promise<ReadonlyMap<string, State>>;
}

const CONFIGURATION = '/etc/keystone/keystone.conf';

/** Changes are made one after the other: with SQLite below it, Keystone fails where two are made at once. */
const LOCKS: readonly string[] = ['keystone'];

/** Reads and changes things in Keystone. */
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

/** Why nothing can be read, where that is because of Keystone; any other error is one. */
async function explainUnreadable(session: Session, error: unknown): Promise<Unreadable> {
  if (!isApiUnusable(error)) throw error;
  if (await willInstallKeystone(session)) return new Unreadable(error.message);
  return new Unreadable(
    error.message,
    error instanceof NoCredentialsError && canLogInLater(session, error),
    true,
  );
}

/** Whether somebody else may log in, or this run may once a file is there that it writes itself. */
function canLogInLater({ managed }: Session, { isDenied: denied }: NoCredentialsError): boolean {
  const files = managed('file');
  return denied || CREDENTIAL_FILES.some((path) => files.has(path));
}

/** Roles that `keystone-manage bootstrap` makes, in one release or another. */
const BOOTSTRAP_ROLES: ReadonlySet<string> = new Set(['admin', 'manager', 'member', 'reader', 'service']);

/** Whether it may be there once `keystone-manage bootstrap` has run, without being made by its resource. */
function isCreatedByBootstrap({ managed }: Session, { name, tags }: Subject): boolean {
  if (tags.has('keystone::bootstrap')) return true;
  const bootstraps = [...managed('exec')].some((command) => command.startsWith('keystone-manage bootstrap'));
  return bootstraps && tags.has('keystone_role') && BOOTSTRAP_ROLES.has(name);
}

/** Whether Keystone is still to be brought to this host by the catalog: then nothing can be in it yet. */
async function willInstallKeystone({ host, managed }: Session): Promise<boolean> {
  if (managed('keystone_config').size === 0) return false;
  return (await host.files.status([CONFIGURATION]))[0] === undefined;
}
