import { oneOf, parameter, property, Reference } from '../../catalog/index.js';

export const ensure = property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' });

/** Puppet's manifests may name the way in which the server is spoken to. */
export const provider = parameter(oneOf('mysql'), 'The only one: `mysql`.');

/** The file by which root logs in. */
export const rootOptionFile = new Reference('file', '/root/.my.cnf');

/** The class that brings the server. */
export const serverClass = new Reference('class', 'mysql::server');

/** What tells one resource of the server from another: the server makes its changes one after the other. */
export const LOCKS: readonly string[] = ['mysql'];
