import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::php`. */
export class Php extends createBindingClass('php', 'php-mysql', 'The library for PHP.') {}
