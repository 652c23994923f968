import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::perl`. */
export class Perl extends createBindingClass('perl', 'perl_mysql', 'The library for Perl.') {}
