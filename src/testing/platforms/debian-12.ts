import { describePlatform } from './describe-platform.js';

export const debian12 = describePlatform('debian-12', {
  os: {
    family: 'Debian',
    name: 'Debian',
    architecture: 'amd64',
    release: { major: '12', full: '12.7' },
    distro: { id: 'Debian', codename: 'bookworm' },
  },
  kernelrelease: '6.1.0-25-amd64',
  package_provider: 'apt',
});
