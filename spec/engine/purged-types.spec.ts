import { expect } from 'chai';
import { integer, nativeType, property, type Scope, title } from '../../src/catalog/index.js';
import { provide } from '../../src/engine/provider.js';
import { GlanceApplyError } from '../../src/errors/glance-apply-error.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { Exec, File, Resources, User } from '../../src/resources/index.js';
import { converge } from '../resources/converge.js';

/** A type of things that are always there. */
class Level extends nativeType(
  'level',
  { name: title('What.'), height: property(integer(), 'How high.') },
  { doc: 'Always there.' },
) {}
provide(Level, { read: async () => new Map(), list: async () => new Map() });

const types = new Map(
  [User, Exec, File, Level].map(({ definition }) => [definition.name, definition as never]),
);

async function refusal(type: string, purge: boolean): Promise<string> {
  const host = new SimulatedHost();
  const body = (site: Scope) => {
    new Exec(site, '/bin/true');
    new Resources(site, type, { purge });
  };
  try {
    await converge(host, body, { types });
    return '';
  } catch (error) {
    if (!GlanceApplyError.is(error)) throw error;
    expect(host.commands).to.deep.equal([]);
    return error.diagnostics.map(({ message }) => message).join('\n');
  }
}

describe('a purge', () => {
  const refused: readonly [what: string, type: string, message: RegExp][] = [
    ['a type that does not exist, with a suggestion', 'usr', /the type 'usr' does not exist: .*user/],
    ['a type that cannot be listed', 'file', /'file' cannot be purged: its resources cannot be listed/],
    [
      'a type that cannot be absent',
      'level',
      /'level' cannot be purged: its resources cannot be made absent/,
    ],
  ];
  for (const [what, type, message] of refused) {
    it(`of ${what} is refused before anything is done`, async () => {
      expect(await refusal(type, true))
        .to.match(/^Resources\[/)
        .and.match(message);
    });
  }

  it('that is disabled is accepted for any type', async () => {
    expect(await refusal('exec', false)).to.equal('');
  });
});
