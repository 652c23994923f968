import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { GlanceApplyError, messageOf, raise } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { deriveSecret, reveal, Secret } from '../../secrets/secret.js';
import { countValues, MAX_VALUES } from './count-values.js';
import { missing } from './dig.js';
import { type Expressions, interpolate, SIZE_HINT } from './interpolate.js';
import type { Scope } from './scope.js';
import { isEncrypted, replaceEncrypted } from './secrets/encrypted-text.js';
import { generatePlaceholder } from './secrets/generate-placeholder.js';
import type { Keyring, Pkcs7Key } from './secrets/keyring.js';

/** The context in which a value is evaluated. */
export interface EvaluationContext {
  readonly scope: Scope;
  readonly keyring: Keyring;
  readonly environment: NodeJS.ProcessEnv;
  /** The folder that relative paths in `%{file('…')}` start from. */
  readonly root: string;
  readonly pkcs7: Pkcs7Key;
  /** Called with each file that a value is read from. */
  note(file: string): void;
  /** Returns another key's value, or `missing`. */
  lookup(key: string): unknown;
  guard: Expressions['guard'];
}

/**
 * Evaluates a value of a file: decrypts it and replaces its expressions by their values.
 * @throws {GlanceApplyError} with the key's location.
 */
export function evaluate(
  value: unknown,
  context: EvaluationContext,
  key: string,
  location: SourceLocation,
): unknown {
  try {
    const evaluated = interpolate(decrypt(value, context), createExpressions(context));
    if (countValues(evaluated) <= MAX_VALUES) return evaluated;
    return raise('data.size', `aliases expand it to more than ${MAX_VALUES} values`, {
      hint: SIZE_HINT,
    });
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    throw new GlanceApplyError(error.diagnostics.map((one) => addLocation(one, key, location)));
  }
}

function addLocation(diagnostic: Diagnostic, key: string, location: SourceLocation): Diagnostic {
  if (diagnostic.location !== undefined) return diagnostic;
  const { code, message, ...rest } = diagnostic;
  return problem(code, `the value of '${key}': ${message}`, { ...rest, location });
}

function decrypt(value: unknown, context: EvaluationContext): unknown {
  if (typeof value === 'string') {
    if (generatePlaceholder.test(value)) {
      return raise('data.generate', 'it has not been generated yet', {
        hint: 'run glance-apply data encrypt FILE to replace it by a random secret, encrypted',
      });
    }
    return isEncrypted(value) ? decryptText(value, context) : value;
  }
  if (Array.isArray(value)) return value.map((item) => decrypt(item, context));
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, decrypt(one, context)]));
  return value;
}

/** As in hiera-eyaml, decrypted values may contain expressions; values that age encrypted are used verbatim. */
function decryptText(text: string, context: EvaluationContext): Secret<string> {
  const { keyring, pkcs7 } = context;
  const secrets: unknown[] = [];
  const clear = replaceEncrypted(text, (part) => {
    const secret = keyring.open(part, pkcs7);
    secrets.push(secret);
    const opened = secret.reveal();
    return part.method === 'AGE' ? opened.replaceAll('%{', "%{literal('%')}{") : opened;
  }).replace(/\n$/, '');
  const value = interpolate(clear, createExpressions(context));
  return deriveSecret(String(reveal(value)), [...secrets, value]);
}

/** Returns the functions and variables for the expressions in a value. */
function createExpressions(context: EvaluationContext): Expressions {
  return {
    scope: context.scope,
    guard: context.guard,
    functions: {
      lookup: (name) => context.lookup(name) ?? missing,
      environment: (name) => fromEnvironment(name, context),
      file: (path) => fromFile(path, context),
    },
  };
}

function fromEnvironment(
  name: string,
  { environment }: Pick<EvaluationContext, 'environment'>,
): Secret<string> {
  const value = environment[name];
  if (value !== undefined && value !== '') return new Secret(value);
  return raise('data.no-variable', `it is read from the environment variable ${name}, which is not set`, {
    hint: `set it for this command: ${name}=… glance-apply …`,
  });
}

function fromFile(path: string, { root, note }: Pick<EvaluationContext, 'root' | 'note'>): Secret<string> {
  const file = resolve(root, path);
  note(file);
  try {
    return new Secret(readFileSync(file, 'utf8').replace(/\r?\n$/, ''));
  } catch (error) {
    return raise('data.no-file', `it is read from a file that cannot be read: ${messageOf(error)}`, {
      hint: 'the file must contain only the value; a final newline is ignored',
    });
  }
}
