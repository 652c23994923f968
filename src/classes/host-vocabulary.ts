import * as apt from './apt/index.js';
import * as hostname from './hostname/index.js';
import * as network from './network/index.js';
import * as selinux from './selinux/index.js';

/** Classes and defined types for the host itself. */
export const hostClasses = [apt.Update, hostname.Hostname, selinux.Selinux] as const;

export const hostDefinedTypes = [apt.Source, network.Interface] as const;
