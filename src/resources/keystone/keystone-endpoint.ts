import { nativeType, parameter, property, Reference, string, title } from '../../catalog/index.js';
import { afterKeystone, ensure, id } from './common.js';
import { parseBy, type TitlePattern } from './title-patterns.js';

const region = '([^/]+)';
const service = '((?:[^:]|:[^:])+)';

const patterns: readonly TitlePattern[] = [
  [new RegExp(`^${region}/${service}::(.+)$`), 'region', 'name', 'type'],
  [new RegExp(`^${region}/${service}$`), 'region', 'name'],
  [new RegExp(`^${service}::(.+)$`), 'name', 'type'],
  [new RegExp(`^${service}$`), 'name'],
];

/** The endpoints of a service in a region: public, internal and admin in one. */
export class KeystoneEndpoint extends nativeType(
  'keystone_endpoint',
  {
    name: title('Name of the service.'),
    ensure,
    region: parameter(string, 'The region.', { required: true }),
    type: parameter(string, 'Type of the service.'),
    public_url: property(string, 'Where everyone finds it.'),
    internal_url: property(string, 'Where other services find it.'),
    admin_url: property(string, 'Where administrators find it.'),
    id,
  },
  {
    doc: "The three endpoints of a service in a region. The title is 'region/name::type'.",
    parseTitle: parseBy(patterns, 'region/name::type'),
    nameOf: ({ region, name, type }) => `${region}/${name}${type === undefined ? '' : `::${type}`}`,
    autorequire: ({ name, type }) => [
      ...afterKeystone(),
      new Reference('keystone_service', type === undefined ? String(name) : `${name}::${type}`),
    ],
  },
) {}
