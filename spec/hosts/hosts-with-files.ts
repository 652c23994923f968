import type { HostFiles } from '../../src/hosts/host-files.js';
import { LocalFiles } from '../../src/hosts/local/local-files.js';
import { SshHost } from '../../src/hosts/ssh/ssh-host.js';
import { LocalConnection } from './ssh/local-connection.js';

/** The hosts on which the rules about links and owners are specified: their files are those of this machine. */
export const hostsWithFiles: readonly { readonly name: string; readonly openFiles: () => HostFiles }[] = [
  { name: 'this machine', openFiles: () => new LocalFiles() },
  { name: 'a host behind SSH', openFiles: openRemoteFiles },
];

/** Opens the files of this machine as those of a host behind SSH, for the specs of one suite. */
function openRemoteFiles(): HostFiles {
  let host: SshHost | undefined;
  before(async () => {
    host = await SshHost.open(new LocalConnection());
  });
  after(() => host?.close());
  const files = (): HostFiles => {
    if (host === undefined) throw new Error('no spec is running');
    return host.files;
  };
  return {
    status: (...args) => files().status(...args),
    resolve: (...args) => files().resolve(...args),
    read: (...args) => files().read(...args),
    stream: (...args) => files().stream(...args),
    list: (...args) => files().list(...args),
    write: (...args) => files().write(...args),
    makeDirectory: (...args) => files().makeDirectory(...args),
    link: (...args) => files().link(...args),
    remove: (...args) => files().remove(...args),
    setAccess: (...args) => files().setAccess(...args),
    append: (...args) => files().append(...args),
  };
}
