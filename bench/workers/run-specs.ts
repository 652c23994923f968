import { GlanceApiConfig } from 'glance-apply';
import { assertContains, compile } from 'glance-apply/testing';
import manifest from '../../manifests/all-in-one.js';

const [count = '0'] = process.argv.slice(2);

for (let spec = 0; spec < Number(count); spec++) {
  const workers = 1 + (spec % 64);
  const data = { 'glance::api::workers': workers };
  const catalog = await compile(manifest, { platform: 'debian-12', data });
  assertContains(catalog, GlanceApiConfig, 'DEFAULT/workers').with({ value: workers });
}
