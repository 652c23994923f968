import { describePlatform } from './describe-platform.js';

export const centos9 = describePlatform('centos-9', {
  os: {
    family: 'RedHat',
    name: 'CentOS',
    architecture: 'x86_64',
    release: { major: '9', full: '9' },
    distro: { id: 'CentOS' },
  },
  kernelrelease: '5.14.0-503.el9.x86_64',
  package_provider: 'dnf',
});
