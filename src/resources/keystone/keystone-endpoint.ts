import { nativeType, parameter, property, Reference, string, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { ApiObject } from '../openstack/pages.js';
import { ensure, id, requireKeystone } from './attributes.js';
import {
  type EndpointInterface,
  findEndpoints,
  interfaces,
  toEndpointState,
  toUrlAttribute,
} from './endpoints.js';
import { findService } from './find-service.js';
import { createKeystoneProvider } from './keystone-provider.js';
import { createTitleParser, type TitlePattern } from './parse-title.js';

const region = '([^/]+)';
const service = '((?:[^:]|:[^:])+)';

const patterns: readonly TitlePattern[] = [
  [new RegExp(`^${region}/${service}::(.+)$`), 'region', 'name', 'type'],
  [new RegExp(`^${region}/${service}$`), 'region', 'name'],
  [new RegExp(`^${service}::(.+)$`), 'name', 'type'],
  [new RegExp(`^${service}$`), 'name'],
];

const attributes = {
  name: title('Name of the service.'),
  ensure,
  region: parameter(string, 'The region.', { required: true }),
  type: parameter(string, 'Type of the service.'),
  public_url: property(string, 'The URL for public clients.'),
  internal_url: property(string, 'The URL for other services.'),
  admin_url: property(string, 'The URL for administrators.'),
  id,
};

/**
 * The public, internal and admin endpoint of a service in a region.
 * @example
 * new KeystoneEndpoint(site, 'RegionOne/glance::image', {
 *   public_url: 'https://image.example.org:9292',
 *   internal_url: 'http://10.0.0.11:9292',
 *   admin_url: 'http://10.0.0.11:9292',
 * });
 */
export class KeystoneEndpoint extends nativeType('keystone_endpoint', attributes, {
  doc: "The three endpoints of a service in a region. The title is 'region/name::type'.",
  parseTitle: createTitleParser(patterns, 'region/name::type'),
  nameOf: ({ region, name, type }) => `${region}/${name}${type === undefined ? '' : `::${type}`}`,
  *validate({ ensure, public_url, internal_url, admin_url }) {
    if (ensure === 'present' && (public_url ?? internal_url ?? admin_url) === undefined)
      yield 'it needs one of public_url, internal_url and admin_url';
  },
  autorequire: ({ name, type }) => [
    ...requireKeystone(),
    new Reference('keystone_service', type === undefined ? String(name) : `${name}::${type}`),
  ],
}) {}

provide(
  KeystoneEndpoint,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects) {
      const services = await keystone.list('services');
      const states = subjects.map(async ({ title, desired }) => {
        const owner = findService(services, desired);
        const there = owner === undefined ? [] : await findEndpoints(keystone, owner.id, desired.region);
        return [title, toEndpointState(there)] as const;
      });
      return new Map(await Promise.all(states));
    },

    async change(keystone, { desired }, diff) {
      const owner = findService(await keystone.list('services'), desired);
      if (owner === undefined) {
        if (diff.removes) return;
        const type = desired.type === undefined ? '' : `::${desired.type}`;
        raise(
          'openstack.missing',
          `Keystone has no service '${desired.name}${type}'; declare a keystone_service of this name`,
        );
      }
      const there = await findEndpoints(keystone, owner.id, desired.region);
      if (diff.removes) {
        for (const { id } of there) await keystone.remove('endpoints', id);
        return;
      }
      for (const kind of interfaces) {
        const url = desired[toUrlAttribute(kind)];
        if (url === undefined || !diff.has(toUrlAttribute(kind))) continue;
        const [first, ...others] = there.filter((one) => one.interface === kind);
        if (first === undefined)
          await keystone.create('endpoints', endpoint(kind, url, owner.id, desired.region));
        else if (first.url !== url) await keystone.update('endpoints', first.id, { url });
        for (const { id } of others) await keystone.remove('endpoints', id);
      }
    },

    async list(keystone) {
      const [services, endpoints] = await Promise.all([
        keystone.list('services'),
        keystone.list('endpoints'),
      ]);
      const groups = new Map<string, ApiObject[]>();
      for (const one of endpoints) {
        const owner = services.find(({ id }) => id === one.service_id);
        const key = `${one.region_id ?? one.region}/${owner?.name}::${owner?.type}`;
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
      return new Map([...groups].map(([key, group]) => [key, toEndpointState(group)]));
    },
  }),
);

/** Returns the body for a new endpoint. Keystone creates a missing `region`, but refuses a missing `region_id`. */
function endpoint(kind: EndpointInterface, url: string, service_id: string, region: string): object {
  return { interface: kind, url, service_id, region };
}
