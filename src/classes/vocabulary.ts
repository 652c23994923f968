import type { ClassType, DefinedType, NativeType } from '../catalog/index.js';
import { Stage } from '../catalog/stage.js';
import type { Vocabulary } from '../catalog/vocabulary.js';
import * as resources from '../resources/index.js';
import * as apt from './apt/index.js';
import * as chrony from './chrony/index.js';
import * as glance from './glance/index.js';
import * as hostname from './hostname/index.js';
import { indexByName } from './index-by-name.js';
import * as keystone from './keystone/index.js';
import { listContainers } from './list-containers.js';
import * as memcached from './memcached/index.js';
import * as mysql from './mysql/index.js';
import * as network from './network/index.js';
import * as openstackExtras from './openstack-extras/index.js';
import * as openstacklib from './openstacklib/index.js';
import * as oslo from './oslo/index.js';
import * as rabbitmq from './rabbitmq/index.js';
import * as selinux from './selinux/index.js';
import * as swift from './swift/index.js';

const containers = listContainers({
  Stage,
  ...{ apt, chrony, glance, hostname, keystone, memcached, mysql, network, openstackExtras, openstacklib },
  ...{ oslo, rabbitmq, selinux, swift },
});

/**
 * All types and classes that node files and catalogs in Puppet's format may name, by Puppet's names: whatever the indexes of
 * their folders export.
 */
export const vocabulary: Vocabulary = {
  types: indexByName<NativeType>(Object.values(resources)),
  classes: indexByName<ClassType>(containers.filter(({ definition }) => definition.kind === 'class')),
  definedTypes: indexByName<DefinedType>(
    containers.filter(({ definition }) => definition.kind === 'defined type'),
  ),
};
