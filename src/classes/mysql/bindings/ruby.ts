import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::ruby`. */
export class Ruby extends createBindingClass('ruby', 'ruby_mysql', 'The library for Ruby.') {}
