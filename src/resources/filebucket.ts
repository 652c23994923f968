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
 * A directory in which files keep copies of what they replace.
 * @example
 * new Filebucket(site, 'main', { path: '/var/backups/files' });
 * new File(site, '/etc/motd', { content: 'Hello.\n', backup: 'main' });
 */
export class Filebucket extends nativeType(
  'filebucket',
  {
    name: title('What it is called: the backup of the files that use it.'),
    path: parameter(
      anyOf(absolutePath, boolean),
      'The directory, made where it is missing and laid out as Puppet lays it out. Left out, copies go to the state directory.',
    ),
    server: parameter(string, 'Not taken: there is no Puppet server.'),
    port: parameter(integer({ min: 1, max: 65_535 }), 'Not taken: there is no Puppet server.'),
  },
  {
    doc: "A directory for copies of what files replace: those that name it as their 'backup'. Copies are kept by their checksums, with passwords blanked. A directory that other users can change is refused. The one called puppet is there by itself.",
    transparent: true,
    *validate({ path, server, port }) {
      if (server !== undefined || port !== undefined)
        yield 'server and port need a Puppet server, which there is not; give the path of a directory on the host';
      else if (typeof path === 'boolean')
        yield 'without a path a filebucket is on a Puppet server, which there is not; give a directory on the host';
    },
  },
) {}
