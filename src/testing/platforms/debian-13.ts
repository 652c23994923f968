import { describePlatform } from './describe-platform.js';

export const debian13 = describePlatform('debian-13', {
  os: {
    family: 'Debian',
    name: 'Debian',
    architecture: 'amd64',
    release: { major: '13', full: '13.1' },
    distro: { id: 'Debian', codename: 'trixie' },
  },
  kernelrelease: '6.12.43+deb13-amd64',
  package_provider: 'apt',
});
