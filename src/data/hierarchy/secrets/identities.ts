import { readFileSync } from 'node:fs';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';

/** Environment variables for an age identity: the identity itself, or the path of its file. */
const identityVariable = 'GLANCE_APPLY_IDENTITY';
const identityFileVariable = 'GLANCE_APPLY_IDENTITY_FILE';

/** Returns the file that identities are read from: the given one, else that of the environment; undefined if none. */
export function findIdentityFile(
  file: string | undefined,
  environment: NodeJS.ProcessEnv,
): string | undefined {
  if (file === undefined && environment[identityVariable]) return undefined;
  const path = file ?? environment[identityFileVariable];
  return path === '' ? undefined : path;
}

/**
 * Reads the age identities (private keys) of the current user from a file, else from the environment.
 * @throws {GlanceApplyError} if the given file cannot be read, or contains no identity.
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
    return raise('data.identity', `cannot read the identity ${path}: ${messageOf(error)}`);
  }
  return parseIdentities(text, path);
}

function parseIdentities(text: string, name: string): readonly string[] {
  const identities = splitKeyLines(text);
  if (identities.length > 0 && identities.every((line) => /^AGE-SECRET-KEY-(?:PQ-)?1[A-Z0-9]+$/.test(line))) {
    return identities;
  }
  // The message does not quote the content: it may still be a key.
  return raise('data.identity', `${name} does not contain an age identity`, {
    hint: 'an identity is a line that begins with AGE-SECRET-KEY-1, as written by age-keygen',
  });
}

/** Returns the lines of a key file without blank lines and comments, which begin with #. */
function splitKeyLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '');
}
