import { describePlatform } from './describe-platform.js';

export const ubuntu2204 = describePlatform('ubuntu-22.04', {
  os: {
    family: 'Debian',
    name: 'Ubuntu',
    architecture: 'amd64',
    release: { major: '22.04', full: '22.04' },
    distro: { id: 'Ubuntu', codename: 'jammy' },
  },
  kernelrelease: '5.15.0-119-generic',
  package_provider: 'apt',
});
