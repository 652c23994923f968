import { describePlatform } from './describe-platform.js';

export const ubuntu1604 = describePlatform('ubuntu-16.04', {
  os: {
    family: 'Debian',
    name: 'Ubuntu',
    architecture: 'amd64',
    release: { major: '16.04', full: '16.04' },
    distro: { id: 'Ubuntu', codename: 'xenial' },
  },
  kernelrelease: '4.4.0-210-generic',
  package_provider: 'apt',
});
