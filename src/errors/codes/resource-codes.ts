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
  'augeas.failed': {
    cause: 'augtool failed, a command of it was refused, or Augeas cannot read the file.',
    remedy: 'Correct the commands or the file; the message has what augtool printed.',
  },
  'augeas.surplus': {
    cause: 'An augeas command has more arguments than it uses.',
    remedy: 'Quote values that contain spaces.',
  },
  'conn_validator.failed': {
    cause:
      'The server could not be reached within the timeout, or answered with another status than the expected one.',
    remedy: 'Check the service and its address; raise timeout if it starts slowly.',
  },
  'cron.unreadable': {
    cause: 'The crontab of a user cannot be read.',
    remedy: 'The message has the reason.',
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
  'exec.condition': {
    cause: 'A condition of an exec (onlyif, unless) could not be evaluated: it took too long or was ended.',
    remedy: 'Fix the command of the condition, or raise timeout.',
  },
  'exec.environment': {
    cause: 'The environment of an exec sets a variable twice, or overrides path.',
    remedy: 'Keep one of the two.',
  },
  'exec.failed': {
    cause: 'The command of an exec could not be run, or ended with a status that returns does not list.',
    remedy: 'The message has the status and the last lines of the output.',
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
  'file.recursion': {
    cause:
      'A directory that is copied or linked recursively contains something that cannot be, or its target is not a directory.',
    remedy: 'Name it in ignore, or correct the source or target.',
  },
  'file.replaced': {
    cause: 'Another process replaced the new content of a file while it was validated.',
    remedy: 'Find out which process writes below the directory of temporary files, and run again.',
  },
  'file.selinux': {
    cause: 'The SELinux label of a file could not be read or set.',
    remedy: 'The message has what the tool printed. Labels are set as root, on file systems that have them.',
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
  'glance_image.source': {
    cause: 'The file or address that an image is to be created from does not exist or cannot be read.',
    remedy: 'Correct source, or declare the file before the image.',
  },
  'glance_image.upload': {
    cause: 'The data of an image could not be uploaded, or Glance stored something else.',
    remedy: 'Run again if the connection was interrupted; otherwise check the log and the store of Glance.',
  },
  'http.redirects': {
    cause: 'A server redirects too many times.',
    remedy: 'Use the final address as the source.',
  },
  'mount.entry': {
    cause: 'A file system is to be mounted, and the table of file systems has no complete entry for it.',
    remedy: 'Give device and fstype.',
  },
  'mount.no-point': {
    cause: 'The mount point could not be created.',
    remedy: 'Declare it as a directory before the mount.',
  },
  'mysql.answer': {
    cause: 'A database server answered in a way that is not allowed or not understood.',
    remedy: 'Check the address and port: something else may listen there.',
  },
  'mysql.unreadable': {
    cause: 'The accounts, grants or databases of a server cannot be read.',
    remedy: 'The message has the reason: the server is down, or refuses the login.',
  },
  'mysql.value': {
    cause: 'A name, privilege or option cannot be used in a statement.',
    remedy: 'Use a value of the form that the message names.',
  },
  'openstack.ambiguous': {
    cause: 'Several objects of OpenStack have the name, so that the intended one is not known.',
    remedy: 'Remove all but one, or use the id.',
  },
  'openstack.answer': {
    cause: 'An OpenStack service answered with too much, too little, or in another form than expected.',
    remedy: 'Follow the message; it names the setting of the service, if there is one.',
  },
  'openstack.connection': {
    cause: 'No connection to an OpenStack service can be opened for this address.',
    remedy: 'Use http:// or https:// in the address.',
  },
  'openstack.credentials': {
    cause: 'The file clouds.yaml is not valid.',
    remedy: 'Correct it at the reported location.',
  },
  'openstack.missing': {
    cause: 'A project, domain, user, role or service that a resource refers to does not exist in Keystone.',
    remedy: 'Declare it, or correct the name.',
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
  'rabbitmq.answer': {
    cause: 'RabbitMQ or rabbitmqctl failed, or answered in another form than expected.',
    remedy: 'The message has the answer; the log of the broker may say more.',
  },
  'rabbitmq.refused': {
    cause: 'A change of RabbitMQ is not possible as declared.',
    remedy: 'Follow the message, which says what has to be given or removed first.',
  },
  'rabbitmq.unreadable': {
    cause: 'The list of enabled plugins cannot be read.',
    remedy: 'Correct the file that the message names.',
  },
  'rpm.unreadable': {
    cause: 'The package database of rpm cannot be read.',
    remedy: 'The message has the reason; rpm --rebuilddb may repair it.',
  },
  'selmodule.file': {
    cause: 'The file of an SELinux module does not exist, is compressed, or cannot be compared.',
    remedy: 'Follow the message.',
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
    remedy: 'Declare the package that contains it before the service, or correct the name.',
  },
  'service.unreadable': {
    cause: 'The state of a service cannot be read.',
    remedy: 'The message has the reason.',
  },
  'ssh_authorized_key.file': {
    cause:
      'The file of the authorized keys cannot be used: its user or directory does not exist, or it is not a text file.',
    remedy: 'Declare the user and the directory before the key, or remove what is in the place of the file.',
  },
  'tidy.limit': {
    cause: 'A directory that is to be tidied contains more entries than max_files.',
    remedy: 'Raise max_files, or choose a smaller directory.',
  },
  'tool.failed': {
    cause: 'A program that a provider uses could not be run, or ended with an error.',
    remedy: 'The message has the last lines of its output.',
  },
  'user.refused': {
    cause: 'A user cannot be created or changed as declared.',
    remedy: 'Follow the message.',
  },
} as const satisfies CodeTable;
