import { expect } from 'chai';
import { parseDefaultZone, parseZoneServices } from '../../../src/resources/firewalld-service/zone-file.js';

const zone = `<?xml version="1.0" encoding="utf-8"?>
<zone>
  <short>Public</short>
  <service name="ssh"/>
  <service name='dhcpv6-client' />
  <!-- <service name="ftp"/> -->
  <port port="9292" protocol="tcp"/>
</zone>
`;

describe('a zone of firewalld', () => {
  it('lets through the services that its file names, and none of its comments', () => {
    expect(parseZoneServices(zone)).to.deep.equal(['ssh', 'dhcpv6-client']);
    expect(parseZoneServices('<zone/>')).to.deep.equal([]);
  });

  it('is public where firewalld.conf says nothing else', () => {
    expect(parseDefaultZone('# DefaultZone=drop\nDefaultZone=internal\n')).to.equal('internal');
    expect(parseDefaultZone('# DefaultZone=drop\n')).to.equal('public');
  });
});
