import { expect } from 'chai';
import { Kept } from '../../src/engine/kept.js';

describe('what is kept open for a run', () => {
  it('is opened once for all who ask, and closed once', async () => {
    const kept = new Kept();
    const closed: string[] = [];
    let opened = 0;
    const ask = () =>
      kept.keep(
        'server',
        async () => `connection ${++opened}`,
        async (one) => void closed.push(one),
      );
    expect(await Promise.all([ask(), ask()])).to.deep.equal(['connection 1', 'connection 1']);
    await kept.close();
    await kept.close();
    expect(closed).to.deep.equal(['connection 1']);
  });

  it('is tried again where it could not be opened', async () => {
    const kept = new Kept();
    const close = async () => {};
    const refused = await kept
      .keep('server', () => Promise.reject(new Error('refused')), close)
      .catch(String);
    expect(refused).to.equal('Error: refused');
    expect(await kept.keep('server', async () => 'open', close)).to.equal('open');
  });

  it('does not fail a run by refusing to be closed', async () => {
    const kept = new Kept();
    const refuse = () => Promise.reject(new Error('gone already'));
    await kept.keep('server', async () => 'open', refuse);
    await kept.close();
  });
});
