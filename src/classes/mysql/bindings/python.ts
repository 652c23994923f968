import { bindingClass } from './binding.js';

/** `mysql::bindings::python`. */
export class Python extends bindingClass('python', 'python-mysqldb', 'The library for Python.') {}
