import { Resources, Sshkey } from 'glance-apply';
import type { PeerCases } from '../case.js';
import { chosenCase } from '../chosen-case.js';

const tests = 'sshkeys_core spec/acceptance/tests/resource/sshkey';
const unit = 'sshkeys_core spec/unit/type/sshkey_spec.rb';
const integration = 'sshkeys_core spec/integration/provider/sshkey_spec.rb';
const rsa = { type: 'ssh-rsa', key: 'AAAAB3NzaC1yc2E' } as const;
const BEFORE = '# known\nkirk,10.0.0.1 ssh-rsa AAAAkirk\nkirk ssh-dss AAAAdss\nspock ssh-rsa AAAAspock\n';
const known = `cat > known <<'EOF'\n${BEFORE}EOF`;
const inDir = (dir: string) => ({ target: `${dir}/known` });

export const peers: PeerCases = {
  cleanup: 'rm -f /etc/ssh/ssh_known_hosts',
  cases: {
    'adds the key of a host to a file that is not there yet, for all to read': {
      source: `${tests}/create_spec.rb`,
      manifest: (site, { dir }) => void new Sshkey(site, 'kirk', { ...rsa, ...inDir(dir) }),
      files: { known: 'kirk ssh-rsa AAAAB3NzaC1yc2E\n' },
      verify: 'test "$(stat -c %a known)" = 644',
    },
    'writes to the file of all users unless it is told another': {
      source: 'sshkeys_core lib/puppet/provider/sshkey/parsed.rb',
      prepare: 'mkdir -p /etc/ssh; rm -f /etc/ssh/ssh_known_hosts',
      manifest: (site) => void new Sshkey(site, 'kirk', rsa),
      files: { '/etc/ssh/ssh_known_hosts': 'kirk ssh-rsa AAAAB3NzaC1yc2E\n' },
    },
    'adds a key behind the others': {
      source: integration,
      prepare: known,
      manifest: (site, { dir }) => void new Sshkey(site, 'scotty', { ...rsa, ...inDir(dir) }),
      files: { known: `${BEFORE}scotty ssh-rsa AAAAB3NzaC1yc2E\n` },
    },
    'adds a key with the other names of the host': {
      source: integration,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'scotty', { ...rsa, ...inDir(dir), host_aliases: ['10.0.0.9', 'engine'] }),
      files: { known: 'scotty,10.0.0.9,engine ssh-rsa AAAAB3NzaC1yc2E\n' },
    },
    'leaves a key alone that is in sync': {
      source: integration,
      prepare: known,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'kirk', {
          ...{ type: 'ssh-rsa', key: 'AAAAkirk', host_aliases: ['10.0.0.1'] },
          ...inDir(dir),
        }),
      inSync: true,
      files: { known: BEFORE },
    },
    'changes a key and keeps the other names of the host': {
      source: `${tests}/modify_spec.rb`,
      prepare: known,
      manifest: (site, { dir }) => void new Sshkey(site, 'kirk', { ...rsa, ...inDir(dir) }),
      files: { known: BEFORE.replace('AAAAkirk', 'AAAAB3NzaC1yc2E') },
    },
    'changes the other names of a host': {
      source: integration,
      prepare: known,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'kirk', {
          ...{ type: 'ssh-rsa', key: 'AAAAkirk', host_aliases: ['captain', 'jim'] },
          ...inDir(dir),
        }),
      files: { known: BEFORE.replace('kirk,10.0.0.1', 'kirk,captain,jim') },
    },
    'keeps keys of several types for one host': {
      source: `${unit}, title patterns`,
      prepare: known,
      manifest: (site, { dir }) => {
        new Sshkey(site, 'kirk@ssh-dss', { key: 'AAAAnew', ...inDir(dir) });
        new Sshkey(site, 'kirk@ssh-rsa', { key: 'AAAAkirk', ...inDir(dir) });
      },
      files: { known: BEFORE.replace('AAAAdss', 'AAAAnew') },
    },
    'removes a key of a host, and leaves the others': {
      source: `${tests}/destroy_spec.rb`,
      prepare: known,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'kirk', { ensure: 'absent', type: 'ssh-dss', ...inDir(dir) }),
      files: { known: BEFORE.replace('kirk ssh-dss AAAAdss\n', '') },
    },
    'does nothing about a key that is absent already': {
      source: `${tests}/destroy_spec.rb`,
      prepare: known,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'uhura', { ensure: 'absent', type: 'ssh-rsa', ...inDir(dir) }),
      inSync: true,
    },
    'purges what the manifest does not name': {
      source: `${tests}/purge_spec.rb`,
      prepare: `mkdir -p /etc/ssh; cat > /etc/ssh/ssh_known_hosts <<'EOF'\n${BEFORE}EOF`,
      manifest: (site) => {
        new Sshkey(site, 'kirk', { type: 'ssh-rsa', key: 'AAAAkirk' });
        new Resources(site, 'sshkey', { purge: true });
      },
      verify:
        'grep -q AAAAkirk /etc/ssh/ssh_known_hosts; if grep -q spock /etc/ssh/ssh_known_hosts; then exit 1; fi',
    },
    'takes short names of types': {
      source: unit,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'kirk', { type: 'ed25519', key: 'AAAAC3', ...inDir(dir) }),
      files: { known: 'kirk ssh-ed25519 AAAAC3\n' },
    },
    'knows a host by the hash of its name': {
      source: 'sshd(8), SSH_KNOWN_HOSTS FILE FORMAT',
      prepare:
        "printf '|1|VLN1dqaGRv6lMaCY2hqEtMnfBE8=|r/kFyyH9rmyggZULfMslR0dBKEM= ssh-rsa AAAA\\n' > known",
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'hidden', { type: 'ssh-rsa', key: 'AAAA', ...inDir(dir) }),
      inSync: true,
      puppet: { differs: '0033' },
    },
    'leaves lines with a marker alone': {
      source: 'sshd(8), SSH_KNOWN_HOSTS FILE FORMAT',
      prepare: "printf '@revoked kirk ssh-rsa AAAA\\n' > known",
      manifest: (site, { dir }) => void new Sshkey(site, 'kirk', { ...rsa, ...inDir(dir) }),
      files: { known: '@revoked kirk ssh-rsa AAAA\nkirk ssh-rsa AAAAB3NzaC1yc2E\n' },
    },
    'refuses other names that are not a list': {
      source: unit,
      manifest: (site, { dir }) =>
        void new Sshkey(site, 'kirk', { ...rsa, ...inDir(dir), host_aliases: ['a,b'] }),
      refused: /commas/,
      resources: { sshkey: { kirk: { ...rsa, host_aliases: ['a,b'] } } },
    },
    'refuses a name with a comma': {
      source: unit,
      manifest: (site, { dir }) => void new Sshkey(site, 'kirk,jim', { ...rsa, ...inDir(dir) }),
      refused: /host_aliases/,
      resources: { sshkey: { 'kirk,jim': rsa } },
    },
    'refuses a type that no key has': {
      source: unit,
      manifest: (site, { dir }) => void new Sshkey(site, 'kirk', { type: 'md5', key: 'A', ...inDir(dir) }),
      refused: /type/,
      resources: { sshkey: { kirk: { type: 'md5', key: 'A' } } },
    },
  },
};

export default chosenCase(peers);
