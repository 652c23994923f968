import { expect } from 'chai';
import { knowSecrets } from '../../src/engine/redacted-change.js';
import { compile, Exec, manifest, secret } from '../../src/index.js';
import { Redactor } from '../../src/secrets/redactor.js';

/** What a run with this environment of a command says of a text. */
async function redacted(environment: ConstructorParameters<typeof Exec>[2], text: string): Promise<string> {
  const catalog = await compile(manifest((site) => void new Exec(site, '/bin/true', environment)));
  return knowSecrets(new Redactor(), catalog.resources).text(text);
}

describe('secrets among values that are none', () => {
  const text = "the service 'keystone' has the password hunter2!";

  it('are blanked alone in a list of texts NAME=value', async () => {
    const environment = ['SERVICE=keystone', secret.text`PASSWORD=${secret('hunter2!')}`];
    expect(await redacted({ environment }, text)).to.equal(
      "the service 'keystone' has the password [redacted]",
    );
  });

  it('are blanked alone in a hash', async () => {
    const environment = { SERVICE: 'keystone', PASSWORD: secret('hunter2!') };
    expect(await redacted({ environment }, text)).to.equal(
      "the service 'keystone' has the password [redacted]",
    );
  });

  it('are blanked with the rest where the whole is a secret', async () => {
    const environment = { environment: secret('SERVICE=keystone') as never };
    expect(await redacted(environment, text)).to.equal("the service '[redacted]' has the password hunter2!");
  });
});
