import { bindingClass } from './binding.js';

/** `mysql::bindings::java`. */
export class Java extends bindingClass('java', 'mysql-connector-java', 'The library for Java.') {}
