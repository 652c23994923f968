import type { ValueType } from '../../catalog/index.js';

const OCTAL = /^[0-7]{1,5}$/;
const SYMBOLIC = /^[ugoa]*[-=+][-=+rstwxXugo]*(,[ugoa]*[-=+][-=+rstwxXugo]*)*$/;

/**
 * Permissions: octal digits, or changes of what is there as `chmod` takes them. A number is refused: `0o640` in a
 * manifest and `640` in a data file are different numbers, and only one of them is the mode that was meant.
 */
export const fileMode: ValueType<string> = {
  schema: { type: 'string', pattern: `^[0-7]{4}$|${SYMBOLIC.source}` },
  expected: "a text of octal digits such as '0640', or changes such as 'u=rw,g=r,o='",
  munge: (value) => {
    if (typeof value !== 'string') return value;
    return OCTAL.test(value) ? value.replace(/^0+/, '').padStart(4, '0') : value.replace(/\s*,\s*/g, ',');
  },
};

/** A mode as `stat` prints it: four octal digits. */
export function toOctal(mode: number): string {
  return mode.toString(8).padStart(4, '0');
}

/**
 * The permission bits that a mode means for something that has `current` ones. As in Puppet, whoever may read a
 * directory by a mode of digits may search it too, so that one mode serves files and directories.
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
    // What a clause refers to (`g=u`) is how things stood before the clause.
    const before = bits;
    for (const target of classesOf(who)) {
      for (const [, operator = '', operands = ''] of actions.matchAll(/([-+=])([^-+=]*)/g)) {
        let mask = 0;
        let special = 0;
        for (const operand of operands) {
          if (operand in PERMISSION) mask |= PERMISSION[operand] ?? 0;
          else if (operand === 'X') mask |= searchable ? 1 : 0;
          else if (operand === 's') special |= target === 'o' ? 0 : SPECIAL[target];
          // The sticky bit belongs to nobody: whomever it is written for, it is the one that there is, as in Puppet.
          else if (operand === 't') special |= SPECIAL.o;
          else mask |= (before >> SHIFT[operand as Class]) & 7;
        }
        const wanted = (mask << SHIFT[target]) | special;
        if (operator === '=') bits &= ~(7 << SHIFT[target]);
        bits = operator === '-' ? bits & ~wanted : bits | wanted;
      }
    }
  }
  return bits;
}

function classesOf(who: string): Class[] {
  const all: Class[] = ['u', 'g', 'o'];
  return who === '' || who.includes('a') ? all : all.filter((one) => who.includes(one));
}
