import { InvalidName } from './invalid-name.js';
import { parseAddress } from './parse-address.js';

/** How many hosts one range may stand for: far more than one run can manage. */
const MAX_HOSTS = 100_000;

/** Longer than any name with ranges. */
const MAX_CHARACTERS = 1000;

/** The hosts that an entry of an inventory stands for. */
export interface HostEntry {
  readonly names: readonly string[];
  readonly port: number | undefined;
}

/**
 * Expands the ranges in an entry of an inventory, and splits off its port: `web[01:03]:2222`.
 * @throws {InvalidName}
 */
export function expandHostPattern(entry: string): HostEntry {
  if (entry.trim() === '') throw new InvalidName('a host has an empty name', 'write a name or an address');
  if (entry.length > MAX_CHARACTERS) {
    throw new InvalidName(
      `a host has a name of ${entry.length} characters`,
      'check whether the file is an inventory',
    );
  }
  const { name, port } = parseAddress(entry) ?? { name: entry, port: undefined };
  if (port === undefined && entry.endsWith(':')) {
    throw new InvalidName(
      `'${entry}' ends in a colon, which separates a port`,
      'remove the colon; in YAML, name the file .yaml or .yml',
    );
  }
  if (name.trim() === '---') {
    throw new InvalidName("'---' is not a host name", 'name a file in YAML .yaml or .yml');
  }
  if (port !== undefined && (port < 1 || port > 65535)) {
    throw new InvalidName(`${port} is not a port`, 'a port is a number from 1 to 65535');
  }
  return { names: expandRanges(name), port };
}

/** Expands the ranges of a name; of several, the last one changes first. */
function expandRanges(name: string): string[] {
  const parts: (readonly string[])[] = [];
  let rest = name;
  while (rest.includes('[')) {
    const [, head = '', range, tail = ''] = /^([^[\]]*)\[([^\]]*)\](.*)$/s.exec(rest) ?? [];
    if (range === undefined) {
      throw new InvalidName(`the brackets of '${name}' are not balanced`, 'write a range as [1:3]');
    }
    parts.push([head], expandRange(range, name));
    rest = tail;
  }
  const count = parts.reduce((product, { length }) => product * length, 1);
  if (count > MAX_HOSTS) throw tooMany(name);
  return parts
    .reduce<string[]>(
      (names, choices) => names.flatMap((start) => choices.map((choice) => start + choice)),
      [''],
    )
    .map((start) => start + rest);
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const whole = /^[-+]?[0-9]+$/;

/** Expands `1:3`, `01:10`, `a:f` or `1:9:2`, both ends included. Only a begin with leading zeros pads the numbers. */
function expandRange(range: string, name: string): string[] {
  const bounds = range.split(':');
  const [begin = '', end = '', step = '1'] = bounds;
  if (bounds.length < 2 || bounds.length > 3) {
    throw new InvalidName(
      `the range [${range}] of '${name}' is neither [begin:end] nor [begin:end:step]`,
      'write a range as [1:3] or [a:c]; the index of a group, as in web[0], belongs in a pattern',
    );
  }
  if (end === '') {
    throw new InvalidName(`the range [${range}] of '${name}' has no end`, 'write both ends: [1:3]');
  }
  if (!/^[0-9]+$/.test(step) || Number(step) === 0) {
    throw new InvalidName(`the step ${step} of '${name}' is not a number above 0`, 'write [begin:end:step]');
  }
  return LETTERS.includes(begin) && begin.length === 1
    ? expandLetters(begin, end, Number(step), name)
    : expandNumbers(begin === '' ? '0' : begin, end, Number(step), name);
}

function expandLetters(begin: string, end: string, step: number, name: string): string[] {
  const first = LETTERS.indexOf(begin);
  const last = end.length === 1 ? LETTERS.indexOf(end) : -1;
  if (last < 0) throw mixed(begin, end, name);
  if (first > last) throw reversed(begin, end, name);
  return [...LETTERS.slice(first, last + 1)].filter((_, index) => index % step === 0);
}

function expandNumbers(begin: string, end: string, step: number, name: string): string[] {
  if (!whole.test(begin) || !whole.test(end)) throw mixed(begin, end, name);
  const width = begin.length > 1 && begin.startsWith('0') ? begin.length : 0;
  if (width > 0 && width !== end.length) {
    throw new InvalidName(
      `the ends of the range [${begin}:${end}] of '${name}' have different lengths`,
      `leading zeros need ends of equal length: [${begin.padStart(end.length, '0')}:${end.padStart(width, '0')}]`,
    );
  }
  const [first, last] = [Number(begin), Number(end)];
  if (first > last) throw reversed(begin, end, name);
  const count = Math.floor((last - first) / step) + 1;
  if (count > MAX_HOSTS || !Number.isSafeInteger(last)) throw tooMany(name);
  return Array.from({ length: count }, (_, index) => String(first + index * step).padStart(width, '0'));
}

function mixed(begin: string, end: string, name: string): InvalidName {
  return new InvalidName(
    `the ends of the range [${begin}:${end}] of '${name}' are neither two numbers nor two letters`,
    'write a range as [1:3] or [a:c]',
  );
}

function reversed(begin: string, end: string, name: string): InvalidName {
  return new InvalidName(
    `the range [${begin}:${end}] of '${name}' ends before it begins`,
    'write the smaller end first',
  );
}

function tooMany(name: string): InvalidName {
  return new InvalidName(
    `'${name}' stands for more than ${MAX_HOSTS} hosts`,
    'correct the range, or split the inventory',
  );
}
