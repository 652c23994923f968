import {
  arrayOf,
  boolean,
  integer,
  oneOf,
  parameter,
  property,
  string,
  title,
} from '../../../catalog/index.js';
import { isHash } from '../../../data/is-hash.js';
import { imageProperties, yesNoBoolean } from './values.js';

/** What a manifest says of an image. */
export const attributes = {
  name: title(
    'Name of the image; there must be no second one of this name, unless id says which one is meant.',
  ),
  ensure: property(oneOf('present', 'absent'), 'Whether it is there, with its data.', { default: 'present' }),
  id: property(string, 'The UUID of the image; Glance chooses one where it is not given.'),
  is_public: property(yesNoBoolean, 'Whether every project may use it; the short form of `visibility`.', {
    default: true,
  }),
  visibility: property(
    oneOf('public', 'private', 'shared', 'community'),
    'Who may use it: everyone; its project alone; its members, too; whoever knows its id. Counts in place of is_public.',
  ),
  protected: property(boolean, 'Whether Glance refuses to remove it.'),
  container_format: property(
    oneOf('ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed'),
    'What the disk is packed in. Fixed once the data are there.',
  ),
  disk_format: property(
    oneOf('ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop'),
    'The format of the disk. Fixed once the data are there.',
  ),
  min_ram: property(integer({ min: 0 }), 'Memory that a machine with it needs, in MiB.'),
  min_disk: property(integer({ min: 0 }), 'Disk that a machine with it needs, in GiB.'),
  properties: property(imageProperties, 'Further properties of the image. Those that are not named stay.', {
    text: 'lines',
    insync: (is, should) => Object.entries(should).every(([name, value]) => valueIn(is, name) === value),
  }),
  image_tag: property(string, 'A tag that the image has among others.'),
  tags: property(arrayOf(string), 'All tags of the image; their order means nothing.', {
    insync: (is, should) => sorted(is) === sorted(should),
  }),
  members: property(
    arrayOf(string),
    'All projects that may use it where it is shared: ids, or names as `project` or `project::domain`.',
    { insync: (is, should) => sorted(is) === sorted(should) },
  ),
  project_id: property(string, 'The project that owns it, by id.'),
  project_name: property(string, 'The project that owns it, by name: `project` or `project::domain`.'),
  source: parameter(
    string,
    'Where its data come from when it is made: a path on the host, or a URL that the host can reach.',
  ),
  location: parameter(
    string,
    'Where its data stay, where Glance does not take them over. Glance has to be told to show locations.',
  ),
  proxy: parameter(
    string,
    'The proxy through which the source is fetched: `http://proxy:3128`. One that asks for a password cannot be used.',
  ),
};

function valueIn(hash: unknown, name: string): unknown {
  return isHash(hash) ? hash[name] : undefined;
}

function sorted(names: unknown): string {
  return Array.isArray(names) ? JSON.stringify([...new Set(names.map(String))].sort()) : '';
}
