import { expect } from 'chai';
import type { Diff } from '../../../../src/engine/provider.js';
import { parseOpenServer } from '../../../../src/resources/glance/glance-image/find-open-server.js';
import type { DesiredImage } from '../../../../src/resources/glance/glance-image/image-state.js';
import { buildPatch } from '../../../../src/resources/glance/glance-image/patch.js';

/** The steps for the differences between an observed state and the desired state. */
function steps(is: Record<string, unknown>, desired: Record<string, unknown>, owner?: string) {
  const differences = Object.keys(desired).map((property) => ({
    property,
    is: is[property],
    should: desired[property],
  }));
  const diff: Diff = { is, differences, has: (name) => name in desired, creates: false, removes: false };
  return buildPatch(desired as unknown as DesiredImage, diff, owner);
}

describe('Changes of an image', () => {
  it('leave what is in sync unchanged', () => {
    const is = { properties: { os_distro: 'x', kept: '1', 'odd/na~me': 'a' } };
    expect(steps(is, { min_ram: 5, properties: { os_distro: 'debian', 'odd/na~me': 'b' } })).to.deep.equal([
      { op: 'replace', path: '/min_ram', value: 5 },
      { op: 'add', path: '/os_distro', value: 'debian' },
      { op: 'add', path: '/odd~1na~0me', value: 'b' },
    ]);
  });

  it('add one tag to others, or set them all', () => {
    expect(steps({ tags: ['a'] }, { image_tag: 'b' })).to.deep.equal([
      { op: 'replace', path: '/tags', value: ['a', 'b'] },
    ]);
    expect(steps({ tags: ['a'] }, { tags: ['b'] })).to.deep.equal([
      { op: 'replace', path: '/tags', value: ['b'] },
    ]);
  });

  it('know a visibility by its short form, and an owner by name', () => {
    expect(steps({}, { is_public: false, project_name: 'services' }, 'id-of-services')).to.deep.equal([
      { op: 'replace', path: '/visibility', value: 'private' },
      { op: 'replace', path: '/owner', value: 'id-of-services' },
    ]);
  });
});

describe("Glance's own configuration", () => {
  it('says where it is, where it asks for no login', () => {
    expect(parseOpenServer('')).to.equal('http://127.0.0.1:9292/v2');
    expect(
      parseOpenServer('[DEFAULT]\nbind_host = ::1\nbind_port = 9293\n[paste_deploy]\nflavor = caching\n'),
    ).to.equal('http://[::1]:9293/v2');
    expect(parseOpenServer('[paste_deploy]\nflavor = keystone+cachemanagement\n')).to.equal(undefined);
  });
});
