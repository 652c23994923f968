import { anything, boolean, nativeType, parameter, property, title } from '../catalog/index.js';
import { provide } from '../engine/provider.js';

/** Says something in the run's log, each time that it is applied. */
export class Notify extends nativeType(
  'notify',
  {
    name: title('What is said, unless message says it.'),
    message: property(anything, 'What is said.', { insync: () => false }),
    withpath: parameter(boolean, 'Taken for catalogs of Puppet; events always name the resource.', { default: false }),
  },
  {
    doc: 'A message in the log of the run.',
    several: true,
    normalize: (wanted) => ({ ...wanted, message: wanted.message ?? wanted.name }),
  },
) {}
