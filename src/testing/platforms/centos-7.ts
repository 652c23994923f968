import { describePlatform } from './describe-platform.js';

export const centos7 = describePlatform('centos-7', {
  os: {
    family: 'RedHat',
    name: 'CentOS',
    architecture: 'x86_64',
    release: { major: '7', full: '7.9.2009' },
    distro: { id: 'CentOS', codename: 'Core' },
  },
  kernelrelease: '3.10.0-1160.el7.x86_64',
  package_provider: 'yum',
});
