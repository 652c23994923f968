import { expect } from 'chai';
import { compile } from '../../../src/catalog/index.js';
import { readNode } from '../../../src/catalog/node/index.js';
import { vocabulary } from '../../../src/classes/vocabulary.js';
import type { Diagnostic } from '../../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { formatLocation } from '../../../src/errors/source-location.js';
import { factsOf } from '../../parity/cases.js';

const facts = factsOf('debian-12');

async function catalogOf(source: unknown) {
  const { manifest, parameters } = await readNode(source, { vocabulary, file: 'node.yaml' });
  return compile(manifest, { facts, parameters });
}

async function errorsOf(source: unknown): Promise<readonly Diagnostic[]> {
  try {
    await catalogOf(source);
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.diagnostics;
    throw error;
  }
  return expect.fail('it was not refused');
}

const lines = async (source: unknown) =>
  (await errorsOf(source)).map(
    ({ message, location }) => `${location ? formatLocation(location) : ''} ${message}`,
  );

describe('A node in YAML', () => {
  it('declares its classes and resources, with data that take each other over', async () => {
    const catalog = await catalogOf(`
classes:
  openstacklib::openstackclient:
  ::openstacklib::defaults: {}
resources:
  anchor:
    first: &common { tag: mine }
    second:
      <<: *common
      require: Anchor[first]
`);
    expect(catalog.find('class', 'openstacklib::defaults')).not.to.equal(undefined);
    expect([...(catalog.find('anchor', 'second')?.tags ?? [])]).to.include('mine');
    expect(catalog.relations).to.have.length(1);
  });

  it('may list classes that have no parameters', async () => {
    const catalog = await catalogOf('classes: [openstacklib::defaults]');
    expect(catalog.find('class', 'openstacklib::defaults')).not.to.equal(undefined);
  });

  it('picks the release by openstack_release', async () => {
    expect((await catalogOf('parameters: { openstack_release: newton }')).release).to.equal('newton');
    expect((await catalogOf('parameters: { openstack_release: 2024.1 }')).release).to.equal('2024.1');
  });

  it('refuses an unknown release at its place', async () => {
    const [line] = await lines('parameters:\n  openstack_release: mitakka\n');
    expect(line).to.match(/^node\.yaml:2:22 'mitakka' is not a known OpenStack release/);
  });

  it('says all its faults at once, each at its place, and what was probably meant', async () => {
    const found = await errorsOf(`classes:
  openstacklib::defualts:
  openstacklib::openstackclient:
    package_nme: x
resources:
  glance_api_confg:
    a/b: { value: c }
  rabbitmq_user:
    glance:
      admin: perhaps
  anchor: [a]
`);
    const said = found.map(({ message, location, hint }) => [
      location && formatLocation(location),
      message,
      hint,
    ]);
    expect(said).to.deep.include([
      'node.yaml:2:3',
      "the class 'openstacklib::defualts' does not exist",
      "did you mean 'openstacklib::defaults'?",
    ]);
    expect(said.map(([location]) => location)).to.include.members([
      'node.yaml:4:5',
      'node.yaml:6:3',
      'node.yaml:10:7',
      'node.yaml:11:11',
    ]);
  });

  it('names both places of a second declaration', async () => {
    const [duplicate] = await errorsOf(`classes:
  openstacklib::openstackclient: { package_name: tool }
resources:
  package:
    tool: { ensure: absent }
`);
    expect(duplicate?.code).to.equal('resource.duplicate');
    expect(
      [duplicate?.location, duplicate?.related?.[0]?.location].map((location) => location?.line),
    ).to.have.members([2, 5]);
  });

  it('refuses what is no YAML, keys that stand twice, and unknown keys', async () => {
    expect((await lines('classes: {')).at(0)).to.match(/^node\.yaml:\d+:\d+ this is not valid YAML/);
    expect(await lines('resources: {file: {/etc/x: {ensure: file\n')).to.have.length(1);
    expect((await lines('classes: {}\nclasses: {}\n')).at(0)).to.match(/^node\.yaml:2:1 .*unique/);
    expect((await lines('clases: {}\n')).at(0)).to.equal("node.yaml:1:1 a node has no key named 'clases'");
    expect((await lines('- a\n')).at(0)).to.match(/a node must be a hash, not a list/);
  });

  it('reads a file with a byte order mark and the line ends of Windows', async () => {
    const catalog = await catalogOf('\uFEFFclasses:\r\n  openstacklib::defaults: {}\r\n');
    expect(catalog.find('class', 'openstacklib::defaults')).not.to.equal(undefined);
  });
});

describe('A node as plain data', () => {
  it('means what its YAML means', async () => {
    const data = { resources: { anchor: { a: {}, b: { require: 'Anchor[a]' } } } };
    const [fromData, fromYaml] = [await catalogOf(data), await catalogOf(JSON.stringify(data))];
    expect(fromData.resources.map(({ reference }) => reference)).to.deep.equal(
      fromYaml.resources.map(({ reference }) => reference),
    );
  });
});
