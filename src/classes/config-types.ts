import type { NativeType } from '../catalog/index.js';
import { isConfigType } from '../resources/config/config-type.js';
import * as resources from '../resources/index.js';
import { indexByName } from './index-by-name.js';

/** The configuration types by Puppet's names: defined types name one of them with their title. */
export const configTypes: ReadonlyMap<string, NativeType> = indexByName<NativeType>(
  Object.values(resources).filter(isConfigType),
);
