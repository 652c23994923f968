import { expect } from 'chai';
import { redirection } from '../../src/hosts/redirection.js';

describe('a redirection', () => {
  const from = new URL('https://user:secret@one.example/a?signature=secret');

  it('is followed to other web servers with TLS, and from those without', () => {
    expect(redirection(from, '/b').href).to.equal('https://user:secret@one.example/b');
    expect(redirection(from, 'https://two.example/').href).to.equal('https://two.example/');
    expect(redirection(new URL('http://one.example/'), '//two.example/').href).to.equal(
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
      expect(() => redirection(from, location)).to.throw(
        /^https:\/\/one\.example\/a redirects to (?!.*secret)/,
      );
    });
  }
});
