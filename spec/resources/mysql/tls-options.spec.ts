import { expect } from 'chai';
import {
  normalTlsOptions,
  requireClause,
  tlsComplaints,
  tlsOptionsOf,
} from '../../../src/resources/mysql/tls-options.js';

const nothing = { type: '', cipher: '', issuer: '', subject: '' };

describe('what TLS needs', () => {
  it('has one spelling', () => {
    expect(normalTlsOptions(["subject '/CN=o\"x'", 'ISSUER /CN=ca', 'x509'])).to.deep.equal([
      "ISSUER '/CN=ca'",
      "SUBJECT '/CN=o\"x'",
      'X509',
    ]);
  });

  it('is read from the columns of an account', () => {
    expect(tlsOptionsOf(nothing)).to.deep.equal(['NONE']);
    expect(tlsOptionsOf({ ...nothing, type: 'ANY' })).to.deep.equal(['SSL']);
    expect(tlsOptionsOf({ ...nothing, type: 'X509' })).to.deep.equal(['X509']);
    expect(tlsOptionsOf({ ...nothing, type: 'SPECIFIED', issuer: '/CN=ca', cipher: 'AES' })).to.deep.equal([
      "CIPHER 'AES'",
      "ISSUER '/CN=ca'",
    ]);
  });

  it('is quoted in a statement', () => {
    expect(requireClause(['NONE'])).to.equal('REQUIRE NONE');
    expect(requireClause(normalTlsOptions(["ISSUER /CN=o'x", 'CIPHER AES']))).to.equal(
      "REQUIRE CIPHER 'AES' AND ISSUER '/CN=o''x'",
    );
  });

  it('is complained of where it is something else', () => {
    expect([...tlsComplaints(['SSL', 'X509'])]).to.deep.equal(['NONE, SSL, X509 in tls_options stand alone']);
    expect([...tlsComplaints(['NONSENSE; DROP'])]).to.deep.equal([
      "'NONSENSE; DROP' is none of tls_options' words",
    ]);
  });
});
