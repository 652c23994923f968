import { File, Filebucket, Tidy } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const unit = 'puppet spec/unit/type/filebucket_spec.rb';
const integration = 'puppet spec/integration/type/file_spec.rb: when writing files';
const sum = 'sum=$(printf "old\\n" | sha256sum | cut -d" " -f1)';
const kept = (path: string) =>
  `${sum}; at=$(find bucket -name "$sum"); test "$(cat "$at/contents")" = old; grep -qx "$DIR/${path}" "$at/paths"`;

export const peers: PeerCases = {
  cases: {
    'keeps what a file replaces': {
      source: `${integration}: to a filebucket when one is configured`,
      prepare: 'echo old > x; mkdir bucket',
      manifest: (site, { dir }) => {
        new Filebucket(site, 'main', { path: `${dir}/bucket` });
        new File(site, `${dir}/x`, { content: 'new', backup: 'main' });
      },
      files: { x: 'new' },
      verify: kept('x'),
    },
    'makes its directory, for nobody else to read': {
      source: 'puppet lib/puppet/file_bucket/dipper.rb',
      prepare: 'echo old > x',
      manifest: (site, { dir }) => {
        new Filebucket(site, 'main', { path: `${dir}/a/bucket` });
        new File(site, `${dir}/x`, { ensure: 'absent', backup: 'main' });
      },
      verify: `cd a; ${kept('x')}; test "$(stat -c %A bucket | cut -c 8-10)" = ---`,
    },
    'keeps every file of a directory': {
      source: `${integration}: by backing up each file separately`,
      prepare: 'mkdir -p x/d; echo old > x/d/y; ln -s y x/d/l',
      manifest: (site, { dir }) => {
        new Filebucket(site, 'main', { path: `${dir}/bucket` });
        new File(site, `${dir}/x`, { content: 'new', force: true, backup: 'main' });
      },
      files: { x: 'new' },
      verify: kept('x/d/y'),
    },
    'keeps one copy of what several files have': {
      source: 'puppet lib/puppet/indirector/file_bucket_file/file.rb',
      prepare: 'echo old > x; echo old > y; echo old > z',
      manifest: (site, { dir }) => {
        new Filebucket(site, 'main', { path: `${dir}/bucket` });
        for (const name of ['x', 'y', 'z'])
          new File(site, `${dir}/${name}`, { content: 'new', backup: 'main' });
      },
      verify: `${kept('x')}; grep -qx "$DIR/y" "$at/paths"; grep -qx "$DIR/z" "$at/paths"`,
    },
    'keeps what a tidy removes': {
      source: 'puppet lib/puppet/type/tidy.rb: backup',
      prepare: 'mkdir t; echo old > t/x',
      manifest: (site, { dir }) => {
        new Filebucket(site, 'main', { path: `${dir}/bucket` });
        new Tidy(site, `${dir}/t`, { recurse: true, backup: 'main' });
      },
      verify: `test ! -e t/x; ${kept('t/x')}`,
      puppet: { differs: '0031' },
    },
    'does nothing by itself': {
      source: unit,
      manifest: (site, { dir }) => void new Filebucket(site, 'main', { path: `${dir}/bucket` }),
      inSync: true,
      verify: 'test ! -e bucket',
    },
    'refuses a filebucket that nothing declares': {
      source: 'puppet spec/unit/type/file_spec.rb: #bucket',
      prepare: 'echo old > x',
      manifest: (site, { dir }) => void new File(site, `${dir}/x`, { content: 'new', backup: 'main' }),
      refused: /names\s+the\s+filebucket\s+'main',\s+which\s+nothing\s+declares/,
      files: { x: 'old\n' },
    },
    'refuses a server': {
      source: unit,
      manifest: (site) => void new Filebucket(site, 'main', { server: 'puppet.example.com', path: false }),
      refused: /need\s+a\s+Puppet\s+server/,
      puppet: { differs: '0031' },
      resources: { filebucket: { main: { server: 'puppet.example.com', path: false as never } } },
    },
    'refuses a path that is not absolute': {
      source: `${unit}: should fail if the path is not absolute`,
      manifest: (site) => void new Filebucket(site, 'main', { path: 'bucket' as '/bucket' }),
      refused: /path must be/,
      resources: { filebucket: { main: { path: 'bucket' } } },
    },
  },
};

export default chosenCase(peers);
