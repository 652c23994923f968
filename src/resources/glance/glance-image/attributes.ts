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

/** The attributes of an image. */
export const attributes = {
  name: title('Name of the image. It must be unique in Glance, unless `id` selects one of several images.'),
  ensure: property(oneOf('present', 'absent'), 'Whether the image exists, with its data.', {
    default: 'present',
  }),
  id: property(string, 'The UUID of the image; by default Glance generates one.'),
  is_public: property(yesNoBoolean, 'Whether all projects can use it; the short form of `visibility`.', {
    default: true,
  }),
  visibility: property(
    oneOf('public', 'private', 'shared', 'community'),
    'Who can use it: everyone, only its project, its project and its members, or everyone who knows its ID. Takes precedence over is_public.',
  ),
  protected: property(boolean, 'Whether Glance refuses to remove it.'),
  container_format: property(
    oneOf('ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed'),
    'The container format. It cannot be changed once the image has data.',
  ),
  disk_format: property(
    oneOf('ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop'),
    'The disk format. It cannot be changed once the image has data.',
  ),
  min_ram: property(integer({ min: 0 }), 'The minimum memory of an instance, in MiB.'),
  min_disk: property(integer({ min: 0 }), 'The minimum disk size of an instance, in GiB.'),
  properties: property(
    imageProperties,
    'Custom properties of the image. Those that are not declared are left unchanged.',
    {
      text: 'lines',
      insync: (is, should) => Object.entries(should).every(([name, value]) => valueIn(is, name) === value),
    },
  ),
  image_tag: property(string, 'A tag of the image. Its other tags are left unchanged.'),
  tags: property(arrayOf(string), 'All tags of the image, in any order.', {
    insync: (is, should) => sorted(is) === sorted(should),
  }),
  members: property(
    arrayOf(string),
    'All projects with which a shared image is shared: IDs, or names as `project` or `project::domain`.',
    { insync: (is, should) => sorted(is) === sorted(should) },
  ),
  project_id: property(string, 'The ID of the project that owns it.'),
  project_name: property(string, 'The name of the project that owns it: `project` or `project::domain`.'),
  source: parameter(
    string,
    'The source of the data of a new image: a path on the host, or a URL that the host can reach.',
  ),
  location: parameter(
    string,
    'The URL of the data of a new image, if Glance does not store the data itself. Glance must be configured to show locations.',
  ),
  proxy: parameter(
    string,
    'The proxy through which the source is downloaded: `http://proxy:3128`. A proxy that requires a password is not supported.',
  ),
};

function valueIn(hash: unknown, name: string): unknown {
  return isHash(hash) ? hash[name] : undefined;
}

function sorted(names: unknown): string {
  return Array.isArray(names) ? JSON.stringify([...new Set(names.map(String))].sort()) : '';
}
