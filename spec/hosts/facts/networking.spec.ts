import { expect } from 'chai';
import type { InterfaceAddress } from '../../../src/hosts/facts/machine.js';
import { networkAddress } from '../../../src/hosts/facts/network-address.js';
import { networking } from '../../../src/hosts/facts/networking.js';

const mac = '02:fc:00:00:00:01';
const v4 = (address: string, internal = false): InterfaceAddress => ({
  address,
  netmask: internal ? '255.0.0.0' : '255.255.255.0',
  family: 'IPv4',
  mac: internal ? '00:00:00:00:00:00' : mac,
  internal,
});
const v6 = (address: string): InterfaceAddress => ({
  address,
  netmask: 'ffff:ffff:ffff:ffff::',
  family: 'IPv6',
  mac,
  internal: false,
});
const interfaces = {
  lo: [v4('127.0.0.1', true)],
  eth0: [v4('10.0.2.15')],
  eth1: [v4('192.0.2.7'), v4('192.0.2.8'), v6('fe80::1'), v6('2001:db8::7')],
};
const routes = `Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
eth0\t0002000A\t00000000\t0001\t0\t0\t0\t00FFFFFF\t0\t0\t0
eth1\t00000000\t010200C0\t0003\t0\t0\t0\t00000000\t0\t0\t0
`;

describe('the fact networking', () => {
  it('has the addresses of the interface that the default route leads through', () => {
    const fact = networking({ hostname: 'glance', interfaces }, { routes });
    expect(fact).to.include({
      primary: 'eth1',
      ip: '192.0.2.7',
      netmask: '255.255.255.0',
      network: '192.0.2.0',
      ip6: '2001:db8::7',
      mac,
    });
  });

  it('has those of the first interface that leads anywhere, where there is no route', () => {
    expect(networking({ hostname: 'glance', interfaces }, {})).to.include({
      primary: 'eth0',
      ip: '10.0.2.15',
    });
    const { lo } = interfaces;
    expect(networking({ hostname: 'glance', interfaces: { lo } }, {})).not.to.have.property('ip');
  });

  it('has every interface with all its addresses', () => {
    const fact = networking({ hostname: 'glance', interfaces }, { routes }).interfaces ?? {};
    expect(Object.keys(fact)).to.deep.equal(['lo', 'eth0', 'eth1']);
    expect(fact.lo).to.deep.equal({
      ip: '127.0.0.1',
      netmask: '255.0.0.0',
      network: '127.0.0.0',
      bindings: [{ address: '127.0.0.1', netmask: '255.0.0.0', network: '127.0.0.0' }],
    });
    expect(fact.eth1).to.have.property('bindings').with.length(2);
  });

  it('has interfaces that have no address, and not those that are gone', () => {
    const fact = networking(
      { hostname: 'glance', interfaces: { gone: undefined, idle: [], ...interfaces } },
      {},
    );
    expect(fact).to.include({ primary: 'eth0' });
    expect(fact.interfaces).to.include.keys('idle', 'eth0').and.not.to.have.property('gone');
    expect(fact.interfaces?.idle).to.deep.equal({});
  });

  describe('takes the domain', () => {
    const of = (hostname: string, texts: { hosts?: string; resolv?: string }) => {
      const { hostname: name, domain, fqdn } = networking({ hostname, interfaces: {} }, texts);
      return [name, domain, fqdn];
    };
    const hosts = '127.0.0.1 localhost\n127.0.1.1\tglance.example.org glance # this host\n';
    const resolv = 'nameserver 192.0.2.53\nsearch office.example.com example.com\n';

    it('from the name of the host', () => {
      expect(of('glance.own.net', { hosts, resolv })).to.deep.equal(['glance', 'own.net', 'glance.own.net']);
    });
    it('else from its line in /etc/hosts', () => {
      expect(of('glance', { hosts, resolv })).to.deep.equal(['glance', 'example.org', 'glance.example.org']);
    });
    it('else from what the resolver searches', () => {
      expect(of('other', { hosts, resolv })).to.deep.equal([
        'other',
        'office.example.com',
        'other.office.example.com',
      ]);
      expect(of('other', { resolv: `${resolv}domain first.example.\n` })[1]).to.equal('first.example');
    });
    it('from nowhere, and is then without', () => {
      expect(of('other', {})).to.deep.equal(['other', undefined, 'other']);
    });
  });
});

describe('networkAddress', () => {
  it('masks addresses of both families', () => {
    expect(networkAddress('192.168.37.130', '255.255.240.0', 'IPv4')).to.equal('192.168.32.0');
    expect(networkAddress('2001:db8:1:2:3::7', 'ffff:ffff:ffff:ffff::', 'IPv6')).to.equal('2001:db8:1:2::');
    expect(networkAddress('fe80::1', 'ffff:ffff:ffff:ffff::', 'IPv6')).to.equal('fe80::');
    expect(networkAddress('::1', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'IPv6')).to.equal('::1');
    expect(networkAddress('1:2:3:4:5:6:7:8', 'ffff::', 'IPv6')).to.equal('1::');
    expect(networkAddress('1:0:0:4:5:6:7:8', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 'IPv6')).to.equal(
      '1::4:5:6:7:8',
    );
  });
});
