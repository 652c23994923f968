import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::java`. */
export class Java extends createBindingClass('java', 'mysql-connector-java', 'The library for Java.') {}
