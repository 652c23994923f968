import { expect } from 'chai';
import type { Catalog } from '../../../src/catalog/catalog.js';
import type { Scope } from '../../../src/catalog/index.js';
import * as glance from '../../../src/classes/glance/index.js';
import {
  GlanceApiConfig,
  GlanceApiPasteIni,
  GlanceCacheConfig,
  Package,
} from '../../../src/resources/index.js';
import { comesBefore, nodeOf } from './node.js';

/** Whether a change of the one refreshes the other, directly or through anchors. */
function refreshes(catalog: Catalog, first: [string, string], second: [string, string]): boolean {
  const end = catalog.find(...second)?.index;
  const seen = new Set<number>();
  const todo = [catalog.find(...first)?.index];
  for (let here = todo.pop(); here !== undefined; here = todo.pop()) {
    if (here === end) return true;
    if (seen.has(here)) continue;
    seen.add(here);
    for (const { source, target, refresh } of catalog.relations)
      if (refresh && source === here) todo.push(target);
  }
  return false;
}

const service: [string, string] = ['service', 'glance-api'];

function node(site: Scope): void {
  new glance.Api(site, { auth_strategy: 'noauth' });
  new GlanceApiPasteIni(site, 'pipeline:x/pipeline', { value: 'y' });
  new GlanceCacheConfig(site, 'DEFAULT/x', { value: 'y' });
  new Package(site, 'qemu-utils', { ensure: 'installed', tag: 'glance-support-package' });
}

describe('glance.Deps', () => {
  it('restarts the API when its package or its configuration changes', async () => {
    const catalog = await nodeOf(node);
    expect(refreshes(catalog, ['package', 'glance-api'], service)).to.equal(true);
    expect(refreshes(catalog, ['glance_api_config', 'DEFAULT/bind_host'], service)).to.equal(true);
  });

  it('installs what supports Glance before it is configured, without a restart', async () => {
    const catalog = await nodeOf(node);
    const setting: [string, string] = ['glance_api_config', 'DEFAULT/bind_host'];
    expect(comesBefore(catalog, ['package', 'qemu-utils'], setting)).to.equal(true);
    expect(refreshes(catalog, ['package', 'qemu-utils'], service)).to.equal(false);
  });

  it('migrates the schema when the configuration changes, and then restarts the service', async () => {
    const catalog = await nodeOf(node);
    const sync: [string, string] = ['exec', 'glance-manage db_sync'];
    expect(refreshes(catalog, ['glance_api_config', 'DEFAULT/bind_host'], sync)).to.equal(true);
    expect(refreshes(catalog, sync, service)).to.equal(true);
  });

  it('restarts nothing for the cache’s tools since 2023.2', async () => {
    const setting: [string, string] = ['glance_cache_config', 'DEFAULT/x'];
    expect(refreshes(await nodeOf(node, 'zed'), setting, service)).to.equal(true);
    expect(refreshes(await nodeOf(node, '2023.2'), setting, service)).to.equal(false);
  });

  it('restarts the one service that reads the paste configuration, in every release', async () => {
    const setting: [string, string] = ['glance_api_paste_ini', 'pipeline:x/pipeline'];
    for (const release of ['newton', 'zed', '2024.1', '2026.1']) {
      const catalog = await nodeOf((site) => {
        node(site);
        if (release === 'newton') new glance.Registry(site, { auth_strategy: 'noauth' });
      }, release);
      expect(refreshes(catalog, setting, service), release).to.equal(true);
    }
  });

  it('keeps the order of the phases even if they are empty', async () => {
    const catalog = await nodeOf((site) => new glance.Deps(site));
    const anchors = ['install', 'config', 'db', 'dbsync', 'service'].flatMap((phase) => [
      `glance::${phase}::begin`,
      `glance::${phase}::end`,
    ]);
    for (const [index, name] of anchors.slice(1).entries()) {
      expect(comesBefore(catalog, ['anchor', String(anchors[index])], ['anchor', name]), name).to.equal(true);
    }
  });

  it('orders what a manifest declares itself', async () => {
    const catalog = await nodeOf((site) => {
      new GlanceApiConfig(site, 'DEFAULT/mine', { value: 'x' });
      new glance.Api(site, { auth_strategy: 'noauth' });
    });
    expect(refreshes(catalog, ['glance_api_config', 'DEFAULT/mine'], service)).to.equal(true);
  });
});
