import { printableJson } from '../views/index.js';

/** A text as TypeScript writes it, in single quotes. */
export function stringLiteral(value: string): string {
  // JSON's escapes are JavaScript's as well; only the quotes are others.
  return `'${printableJson(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

/** The name of a property as it stands in an object. */
export function propertyKey(name: string): string {
  // Written like any other, this one would be what the object is made after.
  if (name === '__proto__') return "['__proto__']";
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : stringLiteral(name);
}
