import { describePlatform } from './describe-platform.js';

export const ubuntu2404 = describePlatform('ubuntu-24.04', {
  os: {
    family: 'Debian',
    name: 'Ubuntu',
    architecture: 'amd64',
    release: { major: '24.04', full: '24.04' },
    distro: { id: 'Ubuntu', codename: 'noble' },
  },
  kernelrelease: '6.8.0-41-generic',
  package_provider: 'apt',
});
