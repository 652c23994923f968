import { expect } from 'chai';
import { nativeType, title } from '../../src/catalog/index.js';
import type { NativeType } from '../../src/catalog/native-type.js';
import { type Provider, provide, providersOf, Unreadable } from '../../src/engine/provider.js';
import { HostError } from '../../src/hosts/host-error.js';

describe('a state that cannot be read', () => {
  const found = { ensure: 'present' };
  const nothing = {
    denied: false,
    unknown: false,
    incompatible: false,
    found: undefined,
    isUncertain: false,
  };

  for (const [what, unreadable, known] of [
    ['with a reason only', new Unreadable('why'), {}],
    [
      'for a resource that exists and cannot be changed to the desired state',
      Unreadable.incompatible('why'),
      { unknown: true, incompatible: true },
    ],
    ['for a state that was read nevertheless', Unreadable.blocked('why', found), { found }],
    [
      'for a state that was read nevertheless, if the change may succeed',
      Unreadable.uncertain('why', found),
      { found, unknown: true, isUncertain: true },
    ],
    ['for an error', Unreadable.because(new Error('why')), {}],
    ['for a missing permission', Unreadable.because(new HostError('why', 'EACCES', '/x')), { denied: true }],
  ] as const) {
    it(`determines what a plan may assume: ${what}`, () => {
      expect(unreadable).to.include({ reason: 'why', ...nothing, ...known });
    });
  }

  it('is uncertain only if a state was found', () => {
    expect(new Unreadable('why', false, true)).to.include({ isUncertain: false });
  });
});

describe('the providers of a type', () => {
  const provider: Provider = { read: async () => new Map() };
  /** As the engine knows types: of any attributes. */
  const typeOf = (name: string) =>
    nativeType(name, { name: title('…') }, { doc: '…' }) as unknown as NativeType;

  it('are those that were registered, with one by default', () => {
    const [One, Several, None] = [typeOf('one'), typeOf('several'), typeOf('none')];
    provide(One, provider);
    const choice = providersOf(One.definition);
    expect(choice?.providers).to.deep.equal({ default: provider });
    expect(choice?.choose({}, {} as never)).to.equal('default');
    const given = { providers: { a: provider, b: provider }, choose: () => 'b' };
    provide(Several, given);
    expect(providersOf(Several.definition)).to.equal(given);
    expect(providersOf(None.definition)).to.equal(undefined);
  });

  it('are registered once', () => {
    const Type = typeOf('given_twice');
    provide(Type, provider);
    expect(() => provide(Type, { ...provider })).to.throw(
      'the type given_twice has providers already: call provide once per type',
    );
    expect(providersOf(Type.definition)?.providers.default).to.equal(provider);
  });
});
