import { bindingClass } from './binding.js';

/** `mysql::bindings::php`. */
export class Php extends bindingClass('php', 'php-mysql', 'The library for PHP.') {}
