import { describePlatform } from './describe-platform.js';

export const debian11 = describePlatform('debian-11', {
  os: {
    family: 'Debian',
    name: 'Debian',
    architecture: 'amd64',
    release: { major: '11', full: '11.11' },
    distro: { id: 'Debian', codename: 'bullseye' },
  },
  kernelrelease: '5.10.0-32-amd64',
  package_provider: 'apt',
});
