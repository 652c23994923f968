import { nativeType, parameter, property, string, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { ensure, id, requireKeystone, selectChanges, toObjectState } from './attributes.js';
import { findService } from './find-service.js';
import { createKeystoneProvider } from './keystone-provider.js';
import { colonPatterns, createTitleParser } from './parse-title.js';

const attributes = {
  name: title('Name of the service: `glance`.'),
  ensure,
  type: parameter(string, 'The type of the service: `image`.', { required: true }),
  description: property(string, 'The description of the service.', { default: '', text: 'lines' }),
  id,
};

/**
 * A service in Keystone's catalog, under which clients find its endpoints.
 * @example
 * new KeystoneService(site, 'glance::image', { description: 'OpenStack Image Service' });
 */
export class KeystoneService extends nativeType('keystone_service', attributes, {
  doc: "A service in Keystone's catalog. The title is 'name::type'.",
  parseTitle: createTitleParser(colonPatterns('name', 'type'), 'name::type'),
  nameOf: ({ name, type }) => `${name}::${type}`,
  autorequire: requireKeystone,
}) {}

provide(
  KeystoneService,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects) {
      const services = await keystone.list('services');
      return new Map(
        subjects.map(({ title, desired }) => [
          title,
          toObjectState(findService(services, desired), ['description']),
        ]),
      );
    },

    async change(keystone, { desired }, diff) {
      const { name, type } = desired;
      const changes = selectChanges(diff, desired, ['description']);
      if (diff.removes) return keystone.remove('services', String(diff.is.id));
      if (!diff.creates) return keystone.update('services', String(diff.is.id), changes);
      await keystone.create('services', { name, type, ...changes });
    },

    async list(keystone) {
      const services = await keystone.list('services');
      return new Map(
        services.map((one) => [`${one.name}::${one.type}`, toObjectState(one, ['description'])]),
      );
    },
  }),
);
