import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { NativeTypeDefinition } from '../../src/catalog/native-type-definition.js';
import { providersOf } from '../../src/engine/provider.js';
import * as resources from '../../src/resources/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sources = new Map(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file}`)
    .filter((file) => /^src\/(?:resources\/.*|engine\/(?:purge|protected-users))\.ts$/.test(file))
    .map((file) => [file, withoutComments(readFileSync(join(root, file), 'utf8'))] as const),
);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
}

/** The file that makes a type, and all below src/resources that it imports or that lie beside it. */
function codeOf(definition: NativeTypeDefinition): string {
  const named = new RegExp(`nativeType\\(\\s*'${definition.name}'|configType\\(\\s*'${definition.name}'`);
  const own = [...sources.keys()].find((file) => named.test(sources.get(file) ?? ''));
  const waiting = own === undefined ? [...sources.keys()] : [own];
  if (own !== undefined && dirname(own) !== 'src/resources')
    waiting.push(...[...sources.keys()].filter((file) => file.startsWith(`${dirname(own)}/`)));
  if (definition.name === 'resources') waiting.push('src/engine/purge.ts');
  const seen = new Set<string>();
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (seen.has(file) || file === 'src/resources/index.ts') continue;
    seen.add(file);
    for (const [, path] of (sources.get(file) ?? '').matchAll(/from '(\.[^']+)\.js'/g))
      waiting.push(`${normalize(join(dirname(file), path as string))}.ts`);
  }
  return [...seen].map((file) => sources.get(file) ?? '').join('\n');
}

describe('every attribute of every native type', () => {
  it('is documented in whole sentences', () => {
    const broken = Object.values(resources).flatMap((type) => {
      const { name, doc, attributes } = type.definition as unknown as NativeTypeDefinition;
      return [[name, doc], ...Object.entries(attributes).map(([of, one]) => [`${name}: ${of}`, one.doc])]
        .filter(([, text = '']) => !/^[`'"A-Z0-9].*\.(?: @default .+)?$/s.test(text))
        .map(([of, text]) => `${of}: ${text}`);
    });
    expect(broken).to.deep.equal([]);
  });

  it('is used by some code, and not taken and ignored', () => {
    const ignored = Object.values(resources).flatMap((type) => {
      const definition = type.definition as unknown as NativeTypeDefinition;
      // What nothing can apply is refused as a whole; what only orders others has nothing to apply.
      const applied = providersOf(definition) !== undefined || definition.name === 'resources';
      if (!applied) return [];
      const code = codeOf(definition);
      return Object.entries(definition.attributes).flatMap(([name, { role, value }]) => {
        // An attribute of one value alone says what is the case anyhow; any other value is refused.
        if (role === 'title' || 'const' in (value.schema as object)) return [];
        const mentions = [...code.matchAll(new RegExp(`\\b${name}\\b`, 'g'))].length;
        const definitions = [...code.matchAll(new RegExp(`^\\s+${name}: (?:property|parameter)\\(`, 'gm'))]
          .length;
        return mentions > definitions ? [] : [`${definition.name}: ${name}`];
      });
    });
    expect(ignored).to.deep.equal([]);
  });
});
