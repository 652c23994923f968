import type { ClassType } from '../../catalog/index.js';

/** What the classes of an OpenStack service have in common: the first lines of its table. */
export interface OpenStackService {
  /** Puppet's name of the service, with which the names of its classes begin: `glance`. */
  readonly name: string;
  /** The name in sentences: `Glance`. */
  readonly title: string;
  /** The account that the service runs as. */
  readonly user: string;
  /** The group that can read its configuration. */
  readonly group: string;
  /** The configuration type of its main file: `glance_api_config`. */
  readonly config: string;
  /** The class with the order of its resources. */
  readonly deps: ClassType;
  /** The class that checks the platform. @default none */
  readonly params?: ClassType | undefined;
}
