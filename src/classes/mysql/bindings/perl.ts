import { bindingClass } from './binding.js';

/** `mysql::bindings::perl`. */
export class Perl extends bindingClass('perl', 'perl_mysql', 'The library for Perl.') {}
