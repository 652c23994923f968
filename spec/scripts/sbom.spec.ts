import { expect } from 'chai';

interface Component {
  readonly name: string;
  readonly version: string;
  readonly 'bom-ref': string;
  readonly properties?: readonly { readonly name: string; readonly value: string }[];
}

interface Sbom {
  readonly metadata: { readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
}

const script = new URL('../../scripts/sbom.mjs', import.meta.url).href;
const { publishedSbom } = (await import(script)) as {
  publishedSbom(sbom: Sbom, notices: string, name: string): Sbom;
};

const component = (name: string, development: boolean): Component => ({
  name,
  version: '1.0.0',
  'bom-ref': `${name}@1.0.0`,
  properties: development ? [{ name: 'cdx:npm:package:development', value: 'true' }] : [],
});

const listed: Sbom = {
  metadata: { component: component('folder', false) },
  components: [component('dependency', false), component('bundled', true), component('tool', true)],
  dependencies: [
    { ref: 'folder@1.0.0', dependsOn: ['dependency@1.0.0', 'bundled@1.0.0', 'tool@1.0.0'] },
    { ref: 'tool@1.0.0', dependsOn: ['dependency@1.0.0'] },
  ],
};
const notices = 'This package contains code.\n\n-----\nbundled 1.0.0 (MIT)\n-----\n\nCopyright\n';

describe('the list of what is published', () => {
  it('has what is bundled and what is installed with it, and no tool of those who build it', () => {
    const { components, dependencies, metadata } = publishedSbom(listed, notices, 'glance-apply');
    expect(components.map(({ name, properties }) => [name, properties])).to.deep.equal([
      ['dependency', []],
      ['bundled', []],
    ]);
    expect(dependencies).to.deep.equal([
      { ref: 'folder@1.0.0', dependsOn: ['dependency@1.0.0', 'bundled@1.0.0'] },
    ]);
    expect(metadata.component.name).to.equal('glance-apply');
  });

  it("is refused where npm's list lacks something that is bundled", () => {
    const others = { ...listed, components: [component('dependency', false)] };
    expect(() => publishedSbom(others, notices, 'x')).to.throw('bundled 1.0.0');
  });
});
