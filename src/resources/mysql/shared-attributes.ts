import { oneOf, parameter, property, Reference } from '../../catalog/index.js';

/** Whether it exists. */
export const ensure = property(oneOf('present', 'absent'), 'Whether it exists.', { default: 'present' });

/** Accepted because Puppet's manifests may declare it. */
export const provider = parameter(oneOf('mysql'), 'The only one: `mysql`.');

/** The option file with which root logs in. */
export const rootOptionFile = new Reference('file', '/root/.my.cnf');

/** The class that installs the server. */
export const serverClass = new Reference('class', 'mysql::server');

/** The lock of all resources of the server, which are changed one after the other. */
export const LOCKS: readonly string[] = ['mysql'];
