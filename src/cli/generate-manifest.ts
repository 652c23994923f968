import { isDeepStrictEqual } from 'node:util';
import type { NativeTypeDefinition } from '../catalog/native-type-definition.js';
import { isHash } from '../data/is-hash.js';
import type { State } from '../engine/provider.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import { hasLogin, isSecretName } from '../secrets/likely-secrets.js';
import { isTainted, reveal } from '../secrets/secret.js';
import { toTypeName } from './to-typescript-name.js';
import { propertyKey, stringLiteral } from './typescript-literal.js';

/**
 * Generates a manifest that declares the given states. Values that are or may be secrets are not written: the manifest
 * reads them from the environment.
 */
export function generateManifest(
  definition: NativeTypeDefinition,
  states: ReadonlyMap<string, State>,
): string {
  const type = toTypeName(definition.name);
  const declarations = [...states].map(([title, state]) => declaration(type, definition, title, state));
  const imports = [
    'manifest',
    ...(declarations.some((code) => code.includes('secret.env(')) ? ['secret'] : []),
    type,
  ];
  return [
    `import { ${imports.join(', ')} } from 'glance-apply';`,
    '',
    'export default manifest((site) => {',
    ...declarations,
    '});',
    '',
  ].join('\n');
}

function declaration(type: string, definition: NativeTypeDefinition, title: string, state: State): string {
  const lines: string[] = [];
  const hidden = new Set<string>(definition.secrets?.(state) ?? []);
  for (const name of requiredAttributes(definition, title, state)) {
    const value = state[name];
    const unsafe =
      hidden.has(name) ||
      definition.attributes[name]?.value.secret ||
      isTainted(value) ||
      (name === 'value' && isSecretName(settingOf(title)));
    const trail = [title, ...(name === 'value' ? [] : [name])];
    lines.push(
      `    ${propertyKey(name)}: ${unsafe ? fromEnvironment(trail) : literal(unwrapSingleItem(reveal(value)), trail)},`,
    );
  }
  const head = `  new ${type}(site, ${stringLiteral(title)}`;
  return lines.length === 0 ? `${head});` : `${head}, {\n${lines.join('\n')}\n  });`;
}

/** The attributes that a declaration must set: properties, and others that neither the title nor a default determines. */
function requiredAttributes(definition: NativeTypeDefinition, title: string, state: State): string[] {
  const { attributes, titleAttribute, parseTitle } = definition;
  const titled = parseTitle?.(title) ?? { [titleAttribute]: title };
  const identity = typeof titled === 'string' ? {} : { [titleAttribute]: title, ...titled };
  return Object.keys(attributes).filter((name) => {
    const value = state[name];
    const attribute = ensureDefined(attributes[name]);
    if (value === undefined || value === null || attribute.assigned) return false;
    return attribute.role === 'property' || !isDeepStrictEqual(value, identity[name] ?? attribute.default);
  });
}

/** The name of a setting without its section, which does not indicate whether the value is a secret. */
function settingOf(title: string): string {
  return title.slice(title.indexOf('/') + 1);
}

/** Returns the only item of a list, as people write it. Not for hashes: a value in one has no type that makes it a list. */
function unwrapSingleItem(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 && typeof value[0] !== 'object' ? value[0] : value;
}

/** @param trail The title and the names that lead to the value, for the name of an environment variable. */
function literal(value: unknown, trail: readonly string[]): string {
  if (typeof value === 'string') return hasLogin(value) ? fromEnvironment(trail) : stringLiteral(value);
  if (Array.isArray(value))
    return `[${value.map((one, at) => literal(one, [...trail, String(at + 1)])).join(', ')}]`;
  if (!isHash(value)) return String(value);
  const entries = Object.entries(value).map(([name, one]) => {
    const within = [...trail, name];
    const unsafe = typeof one === 'string' && isSecretName(name);
    return `${propertyKey(name)}: ${unsafe ? fromEnvironment(within) : literal(one, within)}`;
  });
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** The code that reads a secret from an environment variable such as `GLANCE_API_PASSWORD`. */
function fromEnvironment(trail: readonly string[]): string {
  const words = trail
    .join('_')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return `secret.env('${(/^\d/.test(words) ? `_${words}` : words).toUpperCase()}')`;
}
