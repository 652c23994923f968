import type { NativeTypeDefinition } from '../catalog/native-type.js';
import type { State } from '../engine/provider.js';
import { isTainted, reveal } from '../secrets/secret.js';
import { typeName } from './typescript-name.js';

/** Names of settings that hold passwords, or addresses with one in them. */
const hiding = /passw|secret|token|credential|connection|transport_url|(?:^|[/_])(?:key|sql|url)$|_key$/i;

/**
 * Writes states as a manifest that declares them. What is or may be a secret is not written down: the manifest
 * asks the environment for it.
 */
export function manifestCode(definition: NativeTypeDefinition, states: ReadonlyMap<string, State>): string {
  const type = typeName(definition.name);
  const declarations = [...states].map(([title, state]) => declaration(type, definition, title, state));
  const imports = [
    'manifest',
    ...(declarations.some((text) => text.includes('secret.env(')) ? ['secret'] : []),
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
  const hidden = new Set<string>(definition.secrets?.(state as never) ?? []);
  for (const name of Object.keys(definition.attributes)) {
    const attribute = definition.attributes[name];
    const value = state[name];
    if (attribute?.role !== 'property' || value === undefined || value === null) continue;
    const unsafe =
      hidden.has(name) ||
      attribute.value.secret ||
      isTainted(value) ||
      (name === 'value' && hiding.test(title));
    lines.push(
      `    ${key(name)}: ${unsafe ? `secret.env('${variable(title, name)}')` : literal(reveal(value), '    ')},`,
    );
  }
  const head = `  new ${type}(site, ${text(title)}`;
  return lines.length === 0 ? `${head});` : `${head}, {\n${lines.join('\n')}\n  });`;
}

function literal(value: unknown, indent: string): string {
  if (typeof value === 'string') return text(value);
  if (Array.isArray(value)) {
    const [only] = value;
    return value.length === 1 && typeof only !== 'object'
      ? literal(only, indent)
      : `[${value.map((one) => literal(one, indent)).join(', ')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([name, one]) => `${key(name)}: ${literal(one, indent)}`);
    return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
  }
  return String(value);
}

function text(value: string): string {
  // JSON's escapes are JavaScript's as well; only the quotes are others.
  return `'${JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'`;
}

function key(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : text(name);
}

/** The variable of the environment that a secret is taken from: `GLANCE_API_PASSWORD`. */
function variable(title: string, name: string): string {
  const words = `${title}_${name === 'value' ? '' : name}`
    .replace(/[^A-Za-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
  return (/^\d/.test(words) ? `_${words}` : words).toUpperCase();
}
