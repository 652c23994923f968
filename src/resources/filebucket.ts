import {
  absolutePath,
  anyOf,
  boolean,
  integer,
  nativeType,
  parameter,
  string,
  title,
} from '../catalog/index.js';

/**
 * A directory for backups of files that are replaced.
 * @example
 * new Filebucket(site, 'main', { path: '/var/backups/files' });
 * new File(site, '/etc/motd', { content: 'Hello.\n', backup: 'main' });
 */
export class Filebucket extends nativeType(
  'filebucket',
  {
    name: title('The name of the filebucket, which files use as `backup`.'),
    path: parameter(
      anyOf(absolutePath, boolean),
      'The directory, in the layout of Puppet. It is created if it does not exist. @default the state directory',
    ),
    server: parameter(string, 'Not supported, because there is no Puppet server.'),
    port: parameter(integer({ min: 1, max: 65_535 }), 'Not supported, because there is no Puppet server.'),
  },
  {
    doc: "A directory for backups of replaced files: of those that have it as their 'backup'. Backups are stored by their checksums, with passwords redacted. A directory that other users can change is refused. The filebucket puppet always exists.",
    transparent: true,
    *validate({ path, server, port }) {
      if (server !== undefined || port !== undefined)
        yield 'server and port need a Puppet server, which is not supported; give the path of a directory on the host';
      else if (typeof path === 'boolean')
        yield 'without a path a filebucket is on a Puppet server, which is not supported; give a directory on the host';
    },
  },
) {}
