import { expect } from 'chai';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { parseDefaultZone, parseZoneServices } from '../../../src/resources/firewalld-service/zone-file.js';
import { FirewalldService } from '../../../src/resources/index.js';
import { converge, only } from '../converge.js';

const zone = `<?xml version="1.0" encoding="utf-8"?>
<zone>
  <short>Public</short>
  <service name="ssh"/>
  <service name='dhcpv6-client' />
  <!-- <service name="ftp"/> -->
  <port port="9292" protocol="tcp"/>
  <rule family="ipv4"><service name="snmp"/><accept/></rule>
</zone>
`;

describe('a zone of firewalld', () => {
  it('allows the services of its file, but not those in comments or rich rules', async () => {
    expect(await parseZoneServices(zone)).to.deep.equal(['ssh', 'dhcpv6-client']);
    expect(await parseZoneServices('<zone/>')).to.deep.equal([]);
  });

  it('is public unless firewalld.conf names another one', () => {
    expect(parseDefaultZone('# DefaultZone=drop\nDefaultZone=internal\n')).to.equal('internal');
    expect(parseDefaultZone('# DefaultZone=drop\n')).to.equal('public');
  });
});

describe('a service of firewalld', () => {
  const inZone = (xml: string) =>
    converge(
      new SimulatedHost({ files: { '/etc/firewalld/zones/public.xml': xml } }),
      (site) => void new FirewalldService(site, 'ssh', { zone: 'public' }),
    );

  it('is in sync if its zone allows it', async () => {
    expect((await inZone(zone)).resources).to.deep.equal([]);
  });

  it('cannot be read if the file of its zone is not well-formed', async () => {
    expect(only(await inZone('<zone><service name="ssh"></zone>'))?.reason).to.match(
      /\/etc\/firewalld\/zones\/public\.xml is not well-formed XML: [^\n]+$/,
    );
  });
});
