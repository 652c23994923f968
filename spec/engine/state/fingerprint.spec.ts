import { expect } from 'chai';
import fc from 'fast-check';
import type { CatalogResource } from '../../../src/catalog/catalog.js';
import { fingerprint } from '../../../src/engine/state/fingerprint.js';

const of = (desired: Readonly<Record<string, unknown>>, ...secrets: string[]) =>
  fingerprint({ desired, secrets: new Set(secrets) } as unknown as CatalogResource);

describe('the fingerprint of a desired state', () => {
  it('distinguishes any two, of the same length too', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 4, maxLength: 4 }),
        fc.string({ minLength: 4, maxLength: 4 }),
        (one, other) => {
          expect(of({ value: one }) === of({ value: other })).to.equal(one === other);
        },
      ),
    );
    expect(of({ value: 'ab' })).not.to.equal(of({ value: 'ba' }));
  });

  it('does not change between versions, because state files contain it', () => {
    expect(of({ ensure: 'present', value: '1' })).to.equal('1fx437y1q4zdz4');
    expect(of({})).to.equal('nf0rvp16b5yen');
  });

  it('does not depend on secrets', () => {
    expect(of({ value: '1', password: 'hidden' }, 'password')).to.equal(
      of({ value: '1', password: 'other' }, 'password'),
    );
    expect(of({ value: '1', password: 'hidden' }, 'password')).not.to.equal(
      of({ value: '2', password: 'hidden' }, 'password'),
    );
  });
});
