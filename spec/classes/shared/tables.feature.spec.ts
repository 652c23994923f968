import { expect } from 'chai';
import fc from 'fast-check';
import {
  inet6Prefix,
  isServiceDefault,
  isSet,
  joinAny,
  joinPairs,
  normalizeIpForUri,
  osDatabaseConnection,
  osTransportUrl,
  pick,
  toArray,
  toBoolean,
} from '../../../src/classes/shared/index.js';
import { reveal, Secret, secret } from '../../../src/secrets/secret.js';

describe('Equivalents of Puppet’s functions', () => {
  it('pick skips undefined and the empty string, and keeps false', () => {
    expect(pick<unknown>(undefined, '', false, 'x')).to.equal(false);
    expect(pick<string>(undefined, '')).to.equal(undefined);
  });

  it('any2array returns a list for any value', () => {
    expect([toArray(''), toArray('a'), toArray(['a']), toArray({ a: 1 })]).to.deep.equal([
      [],
      ['a'],
      ['a'],
      ['a', 1],
    ]);
  });

  it('joined lists are strings, which are secret if an element is', () => {
    expect(joinAny(['a', 1, true])).to.equal('a,1,true');
    const joined = joinAny(['a', secret('b')]);
    expect(Secret.is(joined)).to.equal(true);
    expect(reveal(joined as Secret<string>)).to.equal('a,b');
  });

  it('hashes are converted to sorted pairs', () => {
    expect(joinPairs({ b: 'INFO', 'a.x': 'WARN' })).to.equal('a.x=WARN,b=INFO');
  });

  it('a list that is joined and split is the same list', () => {
    const word = fc.stringMatching(/^[a-z0-9.:-]+$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(String(joinAny(words)).split(',')).to.deep.equal(words);
      }),
    );
  });

  it('any2bool accepts certain numbers and words, and no others', () => {
    const given = [true, 'yes', 'T', '1', 2, false, 'no', 'F', '', '0', 0, undefined];
    expect(given.map(toBoolean)).to.deep.equal([...Array(5).fill(true), ...Array(7).fill(false)]);
    expect(toBoolean('perhaps')).to.equal(undefined);
  });

  it('only IPv6 addresses are put in brackets', () => {
    expect(normalizeIpForUri('::1')).to.equal('[::1]');
    expect(normalizeIpForUri(['fe80::1', 'host', '192.0.2.1', '[::1]'])).to.deep.equal([
      '[fe80::1]',
      'host',
      '192.0.2.1',
      '[::1]',
    ]);
  });

  it('memcached addresses are marked if they are IPv6', () => {
    expect(inet6Prefix(['[::1]:11211', '::1', 'mc1:11211', 'inet6:[::1]'])).to.deep.equal([
      'inet6:[::1]:11211',
      'inet6:[::1]',
      'mc1:11211',
      'inet6:[::1]',
    ]);
  });

  it('the service default is omitted, also in a secret', () => {
    expect(isServiceDefault(new Secret('<SERVICE DEFAULT>'))).to.equal(true);
    expect([undefined, '', false, '<SERVICE DEFAULT>', 0, 'x'].map(isSet)).to.deep.equal([
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
  });
});

describe('Addresses of brokers and databases', () => {
  it('contain every host with its user', () => {
    const url = osTransportUrl({
      transport: 'rabbit',
      hosts: ['192.0.2.1', '::1'],
      port: 5672,
      username: 'g',
      password: 'p/w',
      virtual_host: 'v',
      query: { key: 'value' },
      ssl: '1',
    });
    expect(url).to.equal('rabbit://g:p%2Fw@192.0.2.1:5672,g:p%2Fw@[::1]:5672/v?key=value&ssl=1');
  });

  it('are secret if the password is', () => {
    const url = osTransportUrl({ transport: 'rabbit', host: 'h', username: 'u', password: secret('p') });
    expect(String(url)).to.equal('[redacted]');
    expect(reveal(url)).to.equal('rabbit://u:p@h/');
  });

  it('require one host or several, not both', () => {
    expect(() => osTransportUrl({ transport: 'rabbit' })).to.throw(TypeError);
    expect(() => osTransportUrl({ transport: 'rabbit', host: 'a', hosts: ['b'] })).to.throw(TypeError);
  });

  it('of databases are files if there is no host', () => {
    expect(osDatabaseConnection({ dialect: 'sqlite', database: '/var/x.sqlite' })).to.equal(
      'sqlite:////var/x.sqlite',
    );
    expect(
      osDatabaseConnection({
        dialect: 'mysql+pymysql',
        host: 'db',
        port: 3306,
        database: 'glance',
        username: 'g',
        password: "it's",
        charset: 'utf8',
      }),
    ).to.equal('mysql+pymysql://g:it%27s@db:3306/glance?charset=utf8');
  });
});
