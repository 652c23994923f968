import type { ClassType, DefinedType, NativeType } from '../catalog/index.js';
import { Stage } from '../catalog/stage.js';
import type { Vocabulary } from '../catalog/vocabulary.js';
import * as resources from '../resources/index.js';
import { chronyClasses } from './chrony/vocabulary.js';
import { glanceClasses, glanceDefinedTypes } from './glance/vocabulary.js';
import { hostClasses, hostDefinedTypes } from './host-vocabulary.js';
import { indexByName } from './index-by-name.js';
import { keystoneClasses, keystoneDefinedTypes } from './keystone/vocabulary.js';
import { memcachedClasses } from './memcached/vocabulary.js';
import { mysqlClasses, mysqlDefinedTypes } from './mysql/vocabulary.js';
import { openstackExtrasDefinedTypes } from './openstack-extras/vocabulary.js';
import { openstacklibClasses, openstacklibDefinedTypes } from './openstacklib/vocabulary.js';
import { osloClasses, osloDefinedTypes } from './oslo/vocabulary.js';
import { rabbitmqClasses } from './rabbitmq/vocabulary.js';
import { swiftClasses } from './swift/vocabulary.js';

/** All types and classes that node files and catalogs in Puppet's format may name, by Puppet's names. */
export const vocabulary: Vocabulary = {
  types: indexByName<NativeType>(Object.values(resources)),
  classes: indexByName<ClassType>([
    ...osloClasses,
    ...openstacklibClasses,
    ...keystoneClasses,
    ...glanceClasses,
    ...swiftClasses,
    ...mysqlClasses,
    ...rabbitmqClasses,
    ...memcachedClasses,
    ...chronyClasses,
    ...hostClasses,
  ]),
  definedTypes: indexByName<DefinedType>([
    Stage,
    ...osloDefinedTypes,
    ...openstacklibDefinedTypes,
    ...openstackExtrasDefinedTypes,
    ...hostDefinedTypes,
    ...keystoneDefinedTypes,
    ...glanceDefinedTypes,
    ...mysqlDefinedTypes,
  ]),
};
