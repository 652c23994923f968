import { printableJson } from '../views/index.js';

/** Returns a TypeScript string literal in single quotes. */
export function stringLiteral(value: string): string {
  // JSON's escapes are valid in JavaScript; only the quotes differ.
  return `'${printableJson(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** Returns the name of a property as it is written in an object literal. */
export function propertyKey(name: string): string {
  // Written like any other name, this one would set the prototype of the object.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}
