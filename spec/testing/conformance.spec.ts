import { expect } from 'chai';
import { nativeType, property, string, title } from '../../src/catalog/index.js';
import { type Provider, provide } from '../../src/engine/provider.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { assertProviderConforms } from '../../src/testing/conformance/assert-provider-conforms.js';

describe('assertProviderConforms', () => {
  /** What the assertion says of a type of files whose provider differs from a right one in one way. */
  async function judge(fault: Partial<Provider>, disturbed = 'disturbed\n'): Promise<string> {
    class Note extends nativeType(
      'note',
      { path: title('Where.'), text: property(string, 'What.') },
      { doc: 'A note.' },
    ) {}
    provide(Note, {
      read: async ({ host }, notes) => {
        const contents = await host.files.read(notes.map(({ name }) => name));
        const states = notes.map(({ title }, at) => [title, contents[at]] as const);
        return new Map(
          states.flatMap(([title, content]) =>
            content === undefined ? [] : [[title, { text: String(content).trimEnd() }] as const],
          ),
        );
      },
      change: async ({ host }, { name, desired }) => host.files.write(name, `${desired.text}\n`),
      ...(fault as Partial<Provider<typeof Note.definition.attributes>>),
    });
    const result = assertProviderConforms(
      new SimulatedHost(),
      (site) => void new Note(site, '/note', { text: 'hello' }),
      { disturb: ({ files }) => files.write('/note', disturbed) },
    );
    return result.then(
      () => '',
      (error: Error) => error.message,
    );
  }

  it('accepts a provider that reads, creates and repairs', async () => {
    expect(await judge({})).to.equal('');
  });

  it('refuses a provider that does not detect what is missing', async () => {
    const read: Provider['read'] = async (_session, notes) =>
      new Map(notes.map(({ title, desired }) => [title, { text: desired.text }]));
    expect(await judge({ read })).to.match(/^a plan must announce .*nothing to do$/s);
  });

  it('refuses a provider that fails, with the reason', async () => {
    const change = () => Promise.reject(new Error('the disk is full'));
    expect(await judge({ change })).to.match(/^an apply must make .*Note\[\/note\]: failed, .*disk is full/s);
  });

  it('refuses a provider that repeats its change in each run', async () => {
    const change: Provider['change'] = ({ host }, { name }) => host.files.write(name, 'other\n');
    expect(await judge({ change })).to.match(/^a second apply must find nothing to do/);
  });

  it('refuses a provider that changes the host when it reads', async () => {
    let first = true;
    const read: Provider['read'] = async (_session, notes) => {
      const missing = first;
      first = false;
      return new Map(missing ? [] : notes.map(({ title, desired }) => [title, { text: desired.text }]));
    };
    expect(await judge({ read })).to.match(/^a plan must change nothing/);
  });

  it('refuses a disturbance that the provider does not detect', async () => {
    expect(await judge({}, 'hello\n')).to.match(/^a plan must find what was disturbed/);
  });
});
