import { bindingClass } from './binding.js';

/** `mysql::bindings::ruby`. */
export class Ruby extends bindingClass('ruby', 'ruby_mysql', 'The library for Ruby.') {}
