import { createBindingClass } from './create-binding-class.js';

/** `mysql::bindings::python`. */
export class Python extends createBindingClass('python', 'python-mysqldb', 'The library for Python.') {}
