import { expect } from 'chai';
import { compile, manifest } from '../../src/catalog/index.js';
import { IniSetting } from '../../src/resources/ini-setting.js';

describe('two resources about the same thing under different titles', () => {
  it('are refused if their type defines an identity', async () => {
    const setting = { path: '/etc/x.ini', section: 's', setting: 'k' };
    const twice = manifest((site) => {
      new IniSetting(site, 'one', { ...setting, value: '1' });
      new IniSetting(site, 'other', { ...setting, value: '2' });
    });
    const error: unknown = await compile(twice).catch((thrown: unknown) => thrown);
    expect(String(error)).to.contain(
      "Ini_setting[other] and Ini_setting[one] are both about '[s] k of /etc/x.ini'",
    );
  });
});
