import { expect } from 'chai';
import { resolveRedirect } from '../../src/hosts/resolve-redirect.js';

describe('a redirection', () => {
  const from = new URL('https://user:secret@one.example/a?signature=secret');

  it('is followed to other web servers with TLS, and from those without', () => {
    expect(resolveRedirect(from, '/b').href).to.equal('https://user:secret@one.example/b');
    expect(resolveRedirect(from, 'https://two.example/').href).to.equal('https://two.example/');
    expect(resolveRedirect(new URL('http://one.example/'), '//two.example/').href).to.equal(
      'http://two.example/',
    );
  });

  for (const location of [
    'http://one.example/',
    'file:///etc/shadow',
    'data:,x',
    'https://',
    'ssh://one.example',
  ]) {
    it(`is refused to ${location}, without a secret`, () => {
      expect(() => resolveRedirect(from, location)).to.throw(
        /^https:\/\/one\.example\/a redirects to (?!.*secret)/,
      );
    });
  }
});
