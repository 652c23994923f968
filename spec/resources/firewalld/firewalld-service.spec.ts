import { expect } from 'chai';
import { defaultZoneIn, servicesIn } from '../../../src/resources/firewalld/zone-file.js';

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
    expect(servicesIn(zone)).to.deep.equal(['ssh', 'dhcpv6-client']);
    expect(servicesIn('<zone/>')).to.deep.equal([]);
  });

  it('is public where firewalld.conf says nothing else', () => {
    expect(defaultZoneIn('# DefaultZone=drop\nDefaultZone=internal\n')).to.equal('internal');
    expect(defaultZoneIn('# DefaultZone=drop\n')).to.equal('public');
  });
});
