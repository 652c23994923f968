import { expect } from 'chai';
import {
  checkTlsOptions,
  formatRequireClause,
  normalizeTlsOptions,
  toTlsOptions,
} from '../../../../src/resources/mysql/mysql-user/tls-requirement.js';

const nothing = { type: '', cipher: '', issuer: '', subject: '' };

describe('what TLS needs', () => {
  it('has one spelling', () => {
    expect(normalizeTlsOptions(["subject '/CN=o\"x'", 'ISSUER /CN=ca', 'x509'])).to.deep.equal([
      "ISSUER '/CN=ca'",
      "SUBJECT '/CN=o\"x'",
      'X509',
    ]);
  });

  it('is read from the columns of an account', () => {
    expect(toTlsOptions(nothing)).to.deep.equal(['NONE']);
    expect(toTlsOptions({ ...nothing, type: 'ANY' })).to.deep.equal(['SSL']);
    expect(toTlsOptions({ ...nothing, type: 'X509' })).to.deep.equal(['X509']);
    expect(toTlsOptions({ ...nothing, type: 'SPECIFIED', issuer: '/CN=ca', cipher: 'AES' })).to.deep.equal([
      "CIPHER 'AES'",
      "ISSUER '/CN=ca'",
    ]);
  });

  it('is quoted in a statement', () => {
    expect(formatRequireClause(['NONE'])).to.equal('REQUIRE NONE');
    expect(formatRequireClause(normalizeTlsOptions(["ISSUER /CN=o'x", 'CIPHER AES']))).to.equal(
      "REQUIRE CIPHER 'AES' AND ISSUER '/CN=o''x'",
    );
  });

  it('is refused if it is something else', () => {
    expect([...checkTlsOptions(['SSL', 'X509'])]).to.deep.equal([
      'NONE, SSL, X509 in tls_options cannot be combined',
    ]);
    expect([...checkTlsOptions(['NONSENSE; DROP'])]).to.deep.equal(["'NONSENSE; DROP' is not a TLS option"]);
  });
});
