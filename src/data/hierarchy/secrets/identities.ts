import { readFileSync } from 'node:fs';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';

/** Variables of the environment that may have an age identity: the identity itself, or the path of its file. */
const identityVariable = 'GLANCE_APPLY_IDENTITY';
const identityFileVariable = 'GLANCE_APPLY_IDENTITY_FILE';

/** The file that identities are read from: the named one, else that of the environment; undefined where it is none. */
export function findIdentityFile(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (file === undefined && environment[identityVariable]) return undefined;
  const path = file ?? environment[identityFileVariable];
  return path === '' ? undefined : path;
}

/**
 * The age identities (private keys) of whoever runs this: those of a file, else of the environment.
 * @throws {GlanceApplyError} where the named file cannot be read, or holds none.
 */
export function readIdentities(file: string | undefined, environment: NodeJS.ProcessEnv): readonly string[] {
  if (file === undefined && environment[identityVariable]) {
    return parseIdentities(environment[identityVariable], `the environment variable ${identityVariable}`);
  }
  const path = findIdentityFile(file, environment);
  if (path === undefined) return [];
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    return raise('data.identity', `the identity ${path} cannot be read: ${messageOf(error)}`);
  }
  return parseIdentities(text, path);
}

function parseIdentities(text: string, name: string): readonly string[] {
  const identities = splitKeyLines(text);
  if (identities.length > 0 && identities.every((line) => /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]+$/.test(line))) {
    return identities;
  }
  // Not a word of what is there: it may be a key all the same.
  return raise('data.identity', `${name} holds no identity of age`, {
    hint: 'an identity is a line that begins with AGE-SECRET-KEY-1, as age-keygen writes it',
  });
}

/** Lines of a file of keys: without comments, which begin with #, and blank ones. */
function splitKeyLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
