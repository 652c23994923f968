import type { CodeTable } from './code-documentation.js';

/** Reading and changing resources on a host. */
export const resourceCodes = {
  'account.group': {
    cause: 'A resource names a group that does not exist on the host.',
    remedy: 'Declare the group, or the package that creates it, before the resource.',
  },
  'account.member': {
    cause: 'A group names members that do not exist on the host.',
    remedy: 'Declare the users, or the package that creates them, before the group.',
  },
  'apt.failed': {
    cause: 'apt-get or dpkg ended with an error.',
    remedy: 'The message has the last lines of the output, the hint what usually helps.',
  },
  'apt.missing': {
    cause: 'apt-get or dpkg could not be run.',
    remedy: 'Use another package provider on hosts without apt.',
  },
  'augeas.surplus': {
    cause: 'An augeas command has more arguments than it uses.',
    remedy: 'Quote values that contain spaces.',
  },
  'dnf.failed': {
    cause: 'dnf or yum ended with an error.',
    remedy: 'The message has the reason that it printed.',
  },
  'dnf.missing': {
    cause: 'dnf or yum could not be run.',
    remedy: 'Use another package provider on hosts without them.',
  },
  'dpkg.no-source': {
    cause: "The package provider 'dpkg' has no file to install from.",
    remedy: "Give the path of the package file as source, or use the provider 'apt'.",
  },
  'dpkg.other-package': {
    cause: 'The package file contains another package than the one that is declared.',
    remedy: 'Correct the title or the source.',
  },
  'dpkg.unreadable': {
    cause: 'The package database of dpkg cannot be read.',
    remedy: 'The message has the reason; dpkg --audit may say more.',
  },
  'exec.environment': {
    cause: 'The environment of an exec sets a variable twice, or overrides path.',
    remedy: 'Keep one of the two.',
  },
  'file.backup': {
    cause: 'The backup of a file would overwrite an older backup of the same name.',
    remedy: 'Move the older one away, or use backup: true.',
  },
  'file.force': {
    cause: 'Something of another kind exists at the path, such as a directory in place of a file.',
    remedy: 'Move it away, or set force: true.',
  },
  'file.group': {
    cause: 'The group of a file does not exist on the host.',
    remedy: 'Declare the group, or the package that creates it, before the file.',
  },
  'file.mount-point': {
    cause:
      'A file is itself a mount point, so that it is overwritten in place instead of being replaced. Readers may see a part of the content for a moment.',
    remedy: 'Nothing is to be done, unless a service reads the file while it is written.',
  },
  'file.owner': {
    cause: 'The owner of a file does not exist on the host.',
    remedy: 'Declare the user, or the package that creates it, before the file.',
  },
  'file.parent': {
    cause: 'The directory of a file does not exist.',
    remedy: "Declare it with ensure: 'directory', or the package that creates it.",
  },
  'file.partly': {
    cause: 'Some entries of a recursively managed directory failed; the others were changed.',
    remedy: 'The message lists them.',
  },
  'file.source': {
    cause: 'The source of a file cannot be used.',
    remedy: 'The message has the reason.',
  },
  'file.validation': {
    cause: 'The validate_cmd of a file rejected the new content.',
    remedy: 'Fix the content; the file is unchanged.',
  },
  'file_line.encoding': {
    cause: 'A file that is edited by lines contains bytes that are not text in its encoding.',
    remedy: 'Convert the file, or give its encoding.',
  },
  'file_line.file': {
    cause: 'A line is to be added to a file that does not exist.',
    remedy: 'Declare the file before its lines.',
  },
  'mount.no-point': {
    cause: 'The mount point could not be created.',
    remedy: 'Declare it as a directory before the mount.',
  },
  'package.no-file': {
    cause: 'The source of a package is a file that does not exist or cannot be read.',
    remedy: 'Declare the file before the package.',
  },
  'package.no-version': {
    cause: 'The repositories do not have the version of the package that is declared.',
    remedy: 'Use a version that the hint lists.',
  },
  'package.no-versionlock': {
    cause: 'A package is to be held, and the versionlock plugin is not installed.',
    remedy: 'Declare the package of the plugin before it.',
  },
  'package.not-done': {
    cause: 'The package tool reported success, and the package is not in the desired state.',
    remedy: 'Check pins, excludes and conflicting packages.',
  },
  'package.tool-failed': {
    cause: 'pip, gem or npm ended with an error.',
    remedy: 'The message has the reason that it printed.',
  },
  'package.unknown': {
    cause: 'No repository has a package of this name.',
    remedy: 'Check the name, and that its repository is enabled.',
  },
  'package.unreadable': {
    cause: 'The state of a package cannot be read after the change.',
    remedy: 'The message has the reason.',
  },
  'package.virtual': {
    cause: 'The name is a virtual package that cannot be installed as such.',
    remedy: 'Name one of the packages that provide it.',
  },
  'rpm.unreadable': {
    cause: 'The package database of rpm cannot be read.',
    remedy: 'The message has the reason; rpm --rebuilddb may repair it.',
  },
  'service.boot': {
    cause: 'The tool that enables services at boot ended with an error.',
    remedy: 'The message has its output. Services are changed as root.',
  },
  'service.command': {
    cause: 'A command that starts, stops or restarts a service ended with an error.',
    remedy: 'The message has its output; the log of the service may say more.',
  },
  'service.no-boot-tool': {
    cause: 'The host has neither update-rc.d nor chkconfig.',
    remedy: 'Install init-system-helpers (Debian) or chkconfig (Enterprise Linux).',
  },
  'service.no-mask': {
    cause: 'enable: mask was declared for an init script, which cannot be masked.',
    remedy: 'Use enable: false.',
  },
  'service.not-running': {
    cause: 'The service does not run although it was started.',
    remedy: 'The message has the last lines of its log.',
  },
  'service.not-stopped': {
    cause: 'The service still runs after it was stopped.',
    remedy: 'Find out what starts it again: another unit, a supervisor, a stop command without effect.',
  },
  'service.systemctl': {
    cause: 'systemctl ended with an error.',
    remedy: 'The message has its output. Services are changed as root.',
  },
  'service.unknown': {
    cause: 'The host has no unit or init script of this name.',
    remedy: 'Declare the package that brings it before the service, or correct the name.',
  },
  'service.unreadable': {
    cause: 'The state of a service cannot be read.',
    remedy: 'The message has the reason.',
  },
} as const satisfies CodeTable;
