import { expect } from 'chai';
import {
  redactLikelySecrets,
  redactQuotedSecrets,
  redactSecretLiterals,
} from '../../src/secrets/likely-secrets.js';
import { SHORTEST_SPAN } from '../../src/secrets/span-index.js';

describe('what looks like a secret', () => {
  for (const [name, text] of Object.entries({
    'a setting': 'admin_password = hunter2 and more\n',
    'a setting in a comment': '#rabbit_password=hunter2',
    'a variable of a shell': "export OS_PASSWORD='hunter2'",
    'a value of YAML': '    password: hunter2',
    'an address with a password': 'connection = mysql://glance:hunter2@db/glance',
    'an address with several': 'transport_url = rabbit://a:hunter2@one:1,b:hunter2@two:1/',
    'an option among others': '//nas/x /x cifs user=a,password=hunter2,uid=0 0 0',
    'a statement of SQL': "CREATE USER a IDENTIFIED BY 'hunter2' REQUIRE SSL",
    'a hash of a password': 'root:$6$hunter2$hunter2:19000:0:99999:7:::',
    'a private key': '-----BEGIN RSA PRIVATE KEY-----\nhunter2\nhunter2\n-----END RSA PRIVATE KEY-----\n',
    'a private key that was cut off': '-----BEGIN PRIVATE KEY-----\nhunter2\n',
    'a file with nothing but a key': 'HUNTERhunter2HUNTERhunter2\n',
    'what is to be encrypted': 'x: DEC::GPG[hunter2]!',
  })) {
    it(`is blanked in a copy: ${name}`, () => {
      expect(redactLikelySecrets(text))
        .to.contain('[redacted]')
        .and.not.to.match(/hunter2/i);
    });
  }

  it('is not all that there is', () => {
    const text =
      '[DEFAULT]\nworkers = 4\nauth_url = http://db:5000/v3\nkey_buffer_size = 16M\n# see the manual\n';
    expect(redactLikelySecrets(text)).to.equal(text);
  });

  for (const line of [
    "new User(site, 'bob', { password: 'hunter2', uid: 'x' });",
    'new User(site, "bob", { password: "hunter2", uid: "x" });',
    '  glance::keystone_password: hunter2 and more',
    `"glance::db::mysql::password": 'hunter2'`,
    "new File(site, '/x', { content: secret('hunter2'), mode: 640 });",
    'content: secret.text`x=hunter2`,',
    "database_connection: 'mysql+pymysql://glance:hunter2@h/g',",
    "new GlanceApiConfig(site, 'a/b', { value: 'hunter2', secret: true });",
    "new GlanceApiConfig(site, 'a/b', { secret: true, value: 'hunter2' });",
    '  a: DEC::PKCS7[hunter2]!',
    "const password = 'hunter2';",
    "password => 'hunter2',",
    "erlang_cookie: 'hunter2',",
    "password: 'hunter2 that goes on",
  ]) {
    it(`is blanked in a line of a manifest or of data: ${line}`, () => {
      expect(redactSecretLiterals(line)).to.contain('[redacted]').and.not.to.contain('hunter2');
    });
  }

  it('is blanked wherever else it stands in the line', () => {
    expect(redactSecretLiterals("password: 'hunter2', ensure: 'hunter2',")).to.equal(
      "password: [redacted], ensure: '[redacted]',",
    );
  });

  it('is blanked elsewhere from a length of SHORTEST_SPAN characters on', () => {
    const quoted = (length: number) => {
      const word = 'x'.repeat(length);
      return redactSecretLiterals(`password: '${word}', ensure: '${word}',`);
    };
    expect(quoted(SHORTEST_SPAN)).to.equal("password: [redacted], ensure: '[redacted]',");
    expect(quoted(SHORTEST_SPAN - 1)).to.match(/ensure: 'x+',$/);
  });

  it('is blanked nowhere else where it is too short to be told from other words', () => {
    expect(redactSecretLiterals("password: 'on', ensure: 'only',")).to.equal(
      "password: [redacted], ensure: 'only',",
    );
    expect(redactQuotedSecrets(`'"on"' is not '"shelly"'`, "password: 'on',")).to.equal(
      `'"on"' is not '"shelly"'`,
    );
  });

  it('leaves other lines of a manifest as they are', () => {
    for (const line of [
      "new File(site, '/etc/motd', { mode: '0640' });",
      "keystone_password: secret.env('GLANCE_PASSWORD'),",
      '  passwords:',
      "import { secret } from 'glance-apply';",
    ]) {
      expect(redactSecretLiterals(line)).to.equal(line);
    }
  });

  it('are blanked where somebody else quotes them', () => {
    const source = "new User(site, 'a', {\n  password: 'hunter2',\n  shell: 'shelly',\n});";
    expect(redactQuotedSecrets(`Type '"hunter2"' is not '"shelly"'`, source)).to.equal(
      `Type '"[redacted]"' is not '"shelly"'`,
    );
  });
});
