import { expect } from 'chai';
import { parseReverseProvides } from '../../../../src/resources/package/apt/apt-virtual.js';

const ANSWER = `Package: mail-transport-agent
Versions: 

Reverse Depends: 
  alpine,mail-transport-agent
  mutt,mail-transport-agent
Dependencies: 
Provides: 
Reverse Provides: 
postfix 3.7.11-0+deb12u1 (= )
exim4-daemon-light 4.96-15+deb12u9 (= )
exim4-daemon-light 4.96-15+deb12u8 (= )

Package: memcached
Versions: 
1.6.18-1 (/var/lib/apt/lists/x)

Dependencies: 
1.6.18-1 - libc6 (2 2.34) 
Provides: 
1.6.18-1 - 
Reverse Provides: 
`;

describe('what provides a package', () => {
  const provisions = parseReverseProvides(ANSWER);

  it('is named with its versions', () => {
    expect(provisions.get('mail-transport-agent')).to.deep.equal([
      { name: 'postfix', version: '3.7.11-0+deb12u1' },
      { name: 'exim4-daemon-light', version: '4.96-15+deb12u9' },
      { name: 'exim4-daemon-light', version: '4.96-15+deb12u8' },
    ]);
  });

  it('is nothing where a package has no reverse provides', () => {
    expect(provisions.get('memcached')).to.deep.equal([]);
  });
});
