import type { ValueType } from '../../catalog/index.js';

const OCTAL = /^[0-7]{1,5}$/;
const SYMBOLIC = /^[ugoa]*[-=+][-=+rstwxXugo]*(,[ugoa]*[-=+][-=+rstwxXugo]*)*$/;

/**
 * Permissions: octal digits, or changes of the existing ones in the syntax of `chmod`. A number is refused: `0o640` in a
 * manifest and `640` in a data file are different numbers, and only one of them is the intended mode.
 */
export const fileMode: ValueType<string> = {
  schema: { type: 'string', pattern: `^[0-7]{4}$|${SYMBOLIC.source}` },
  expected: "a string of octal digits such as '0640', or changes such as 'u=rw,g=r,o='",
  munge: (value) => {
    if (typeof value !== 'string') return value;
    return OCTAL.test(value) ? value.replace(/^0+/, '').padStart(4, '0') : value.replace(/\s*,\s*/g, ',');
  },
};

/** Formats a mode like `stat`: four octal digits. */
export function toOctal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

/**
 * Resolves a mode to permission bits for a file that has the `current` ones. As in Puppet, octal digits that allow to read
 * a directory also allow to search it, so that one mode is right for files and directories.
 */
export function resolveMode(mode: string, current: number, directory: boolean): number {
  if (!/^\d/.test(mode)) return applySymbolic(mode, current, directory);
  const bits = Number.parseInt(mode, 8);
  return directory ? bits | ((bits & 0o444) >> 2) : bits;
}

type Class = 'u' | 'g' | 'o';

const SHIFT: Readonly<Record<Class, number>> = { u: 6, g: 3, o: 0 };
const PERMISSION: Readonly<Record<string, number>> = { r: 4, w: 2, x: 1 };
const SPECIAL: Readonly<Record<Class, number>> = { u: 0o4000, g: 0o2000, o: 0o1000 };

function applySymbolic(mode: string, original: number, directory: boolean): number {
  let bits = original;
  const searchable = directory || (original & 0o111) !== 0;
  for (const clause of mode.split(',')) {
    const [, who = '', actions = ''] = /^([ugoa]*)(.*)$/.exec(clause) ?? [];
    // A reference to other bits (`g=u`) means those before the clause.
    const before = bits;
    for (const target of classesOf(who)) {
      for (const [, operator = '', operands = ''] of actions.matchAll(/([-+=])([^-+=]*)/g)) {
        let mask = 0;
        let special = 0;
        for (const operand of operands) {
          if (operand in PERMISSION) mask |= PERMISSION[operand] ?? 0;
          else if (operand === 'X') mask |= searchable ? 1 : 0;
          else if (operand === 's') special |= target === 'o' ? 0 : SPECIAL[target];
          // There is one sticky bit, whatever class it is written for, as in Puppet.
          else if (operand === 't') special |= SPECIAL.o;
          else mask |= (before >> SHIFT[operand as Class]) & 7;
        }
        const changedBits = (mask << SHIFT[target]) | special;
        if (operator === '=') bits &= ~(7 << SHIFT[target]);
        bits = operator === '-' ? bits & ~changedBits : bits | changedBits;
      }
    }
  }
  return bits;
}

function classesOf(who: string): Class[] {
  const all: Class[] = ['u', 'g', 'o'];
  return who === '' || who.includes('a') ? all : all.filter((one) => who.includes(one));
}
