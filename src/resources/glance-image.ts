import {
  hashOf,
  integer,
  nativeType,
  oneOf,
  parameter,
  property,
  Reference,
  string,
  title,
  type ValueType,
} from '../catalog/index.js';

/** True or false, or one of the words that Puppet's type takes for them. */
const yesOrNo: ValueType<boolean | string, boolean> = {
  schema: { type: 'boolean' },
  expected: 'true, false, yes or no',
  munge: (value) =>
    /^(yes|true)$/i.test(String(value)) ? true : /^(no|false)$/i.test(String(value)) ? false : value,
};

/** A hash, or `name=value,name=value`. */
const properties: ValueType<string | Readonly<Record<string, string>>, Readonly<Record<string, string>>> = {
  ...hashOf(string),
  expected: 'a hash of texts, or a text of the form name=value,name=value',
  munge: (value) =>
    typeof value === 'string' && value.split(',').every((pair) => pair.includes('='))
      ? Object.fromEntries(
          value
            .split(',')
            .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
        )
      : hashOf(string).munge?.(value),
};

/** An image that Glance keeps. */
export class GlanceImage extends nativeType(
  'glance_image',
  {
    name: title('Name of the image; there must be no second one of this name.'),
    ensure: property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' }),
    id: property(string, 'The UUID of the image; Glance chooses one where it is not given.'),
    is_public: property(yesOrNo, 'Whether every project may use it.', { default: true }),
    container_format: property(
      oneOf('ami', 'ari', 'aki', 'bare', 'ovf', 'ova', 'docker', 'compressed'),
      'What the disk is packed in.',
    ),
    disk_format: property(
      oneOf('ami', 'ari', 'aki', 'vhd', 'vhdx', 'vmdk', 'raw', 'qcow2', 'vdi', 'iso', 'ploop'),
      'The format of the disk.',
    ),
    min_ram: property(integer({ min: 0 }), 'Memory that a machine with it needs, in MiB.'),
    min_disk: property(integer({ min: 0 }), 'Disk that a machine with it needs, in GiB.'),
    properties: property(properties, 'Further properties of the image.'),
    image_tag: property(string, 'A tag of the image.'),
    project_id: property(string, 'The project that owns it, by id.'),
    project_name: parameter(string, 'The project that owns it, by name.'),
    source: parameter(string, 'Where its data come from, when it is made: a path or a URL.'),
    location: parameter(string, 'Where its data stay, where Glance does not take them over.'),
    proxy: parameter(string, 'The proxy through which the source is fetched.'),
  },
  {
    doc: 'An image that Glance keeps.',
    *validate({ ensure, project_id, project_name }) {
      if (ensure === 'absent') return;
      if (project_id !== undefined && project_name !== undefined)
        yield 'project_id and project_name exclude each other';
    },
    autorequire: () => [
      new Reference('anchor', 'glance::service::end'),
      new Reference('service', 'glance-api'),
      new Reference('service', 'glance-registry'),
    ],
  },
) {}
