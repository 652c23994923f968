/** Samples of files and output of real hosts and servers, from which inputs are derived. */

export const passwd = `root:x:0:0:root:/root:/bin/bash
daemon:x:1:1:daemon:/usr/sbin:/usr/sbin/nologin
glance:x:64062:64062::/var/lib/glance:/bin/false
+nis:::::
`;

export const group = `root:x:0:
adm:x:4:syslog,glance
glance:x:64062:
`;

export const shadow = `root:$y$j9T$abc$def:19700:0:99999:7:::
glance:!:19700::::1:20000:
`;

export const fstab = `# <file system> <mount point> <type> <options> <dump> <pass>
UUID=1234-ab / ext4 errors=remount-ro 0 1
/dev/sdb1\t/srv/my\\040disk xfs defaults,noatime 0 2
//host/share /mnt cifs credentials=/x 0
`;

export const mountinfo = `22 27 0:20 / /sys rw,nosuid shared:7 - sysfs sysfs rw
36 35 98:0 /mnt1 /mnt\\0402 rw,noatime master:1 - ext3 /dev/root rw,errors=continue
`;

export const osRelease = `PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
ID=debian
ID_LIKE='rhel fedora'
VERSION_ID="12"
VERSION_CODENAME=bookworm
`;

export const crontab = `# HEADER: x
# Puppet Name: glance cleaner
PATH=/bin
MAILTO="a b"
*/5 0-23 * jan-mar mon-fri  /usr/bin/glance-cache-cleaner >/dev/null % input
@daily echo "x"
5 4 * * sun x
`;

export const hosts = `127.0.0.1 localhost localhost.localdomain # loop
::1\tip6-localhost ip6-loopback
192.0.2.1 a.example.org a
`;

export const knownHosts = `example.org,192.0.2.1 ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbc comment
|1|F1E1KeoE/eEWhi10WpGv4OdiO6Y=|3988QV0VE8wmZL7suNrYQLITLCg= ssh-rsa AAAAB3Nz
@revoked * ssh-rsa AAAA
`;

export const authorizedKeys = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAbc alice@host
from="10.0.0.?,\\"x\\"",command="echo \\"a b\\"" ssh-rsa AAAAB3NzaC1yc2EAAAADAQAB two words
# no key
ecdsa-sha2-nistp256 AAAA
`;

export const aliases = `postmaster: root
"quoted name": alice, "|/bin/prog \\"x\\", y", :include:/etc/list
root: a@example.org,
  b@example.org
`;

export const ini = `# comment
[DEFAULT]
bind_host = 0.0.0.0
#debug = false
debug=true
multi = one
    two
multi = three
[database]
connection = mysql+pymysql://glance:s%24@127.0.0.1/glance?charset=utf8
[paste_deploy]
flavor = keystone
`;

export const repo = `[base]
name=CentOS $releasever
baseurl=http://a/
        http://b/
enabled=1
gpgcheck : 0
[updates]
`;

export const dpkg = `Package: bash
Status: install ok installed
Architecture: amd64
Multi-Arch: foreign
Version: 5.2.15-2+b7
Provides: x-shell (= 1), sh
Conffiles:
 /etc/bash.bashrc 89269e1298235f1b12b4c16e4065ad0d
Description: GNU
 long

Package: gone
Status: deinstall ok config-files
Version: 1
`;

export const mysqlOptions = `[client]
user = root
password="a\\"b#c" # x
host=localhost
socket=/run/mysqld/mysqld.sock
loose-ssl_mode=VERIFY_CA
ssl-ca = /etc/ca.pem
tls-version=TLSv1.2,TLSv1.3
skip-ssl
!includedir /etc/mysql/conf.d/
[mysqld]
port=3306
`;

export const clouds = `clouds:
  project: &one
    auth: {auth_url: "http://x/v3", username: admin, password: '@x', project_name: admin}
    region_name: RegionOne
    verify: false
  admin:
    <<: *one
`;

export const openrc = `export OS_AUTH_URL=http://keystone.example:5000/v3
export OS_USERNAME=admin
export OS_PASSWORD='x'
export OS_PROJECT_NAME=admin
`;

export const record = `{"kind":"pending","target":"Service[x]","by":["File[y]"],"format":2,"checksum":"0123456789abcdef"}
{"runs":{"default":{"resources":{"File[x]":"abc"}}}}
`;

export const routes = `Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask
eth0\t00000000\t0102000A\t0003\t0\t0\t0\t00000000
`;

export const units = `Id=glance-api.service
LoadState=loaded
ActiveState=active
SubState=running
UnitFileState=enabled
SourcePath=/etc/init.d/glance-api
Type=simple
MainPID=123
TriggeredBy=

Id=other.socket
LoadState=not-found
NRestarts=3
`;

export const policy = `bash:
  Installed: 5.2.15-2+b7
  Candidate: 5.2.15-2+b7
  Version table:
 *** 5.2.15-2+b7 500
        500 http://deb.debian.org/debian bookworm/main amd64 Packages
        100 /var/lib/dpkg/status
     5.1-2 -10 (phased 20%)
`;

export const showpkg = `Package: mail-transport-agent
Versions: 

Reverse Depends: 
  mdadm,mail-transport-agent
Dependencies: 
Provides: 
Reverse Provides: 
postfix 3.7.6-0+deb12u2 (= )
exim4-daemon-light 4.96-15+deb12u4 (= )
`;

export const aptGet = `Reading package lists...
Get:1 http://deb.debian.org/debian bookworm InRelease [151 kB]
Unpacking bash (5.2) over (5.1) ...
Setting up bash (5.2) ...
E: Unable to locate package nothing
E: Could not get lock /var/lib/dpkg/lock-frontend. It is held by process 12 (apt)
W: x
dpkg: error processing package bash (--configure):
`;

export const rpm = `bash\t(none)\t5.1.8-6.el9\tx86_64
kernel\t0\t0:5.14.0-1.el9\tx86_64
gpg-pubkey\t(none)\t8483c65d-5ccc5b19\t(none)
`;

export const dnf = `Available Packages
bash.x86_64                 5.1.8-9.el9                 baseos
a-very-long-name-of-a-package.noarch
                            1:2.0-1.el9                 appstream
Obsoleting Packages
x.noarch 1 y
No match for argument: nothing
Error: Unable to find a match: a b
  Installing       : bash-5.1.8-9.el9.x86_64        1/2
`;

export const augtool = `/files/etc/hosts/1/ipaddr = "127.0.0.1"
/files/etc/hosts/1/alias[2] = "a \\"b\\" \\303\\244"
/files/etc/hosts/#comment
/augeas/files/etc/hosts/error = "parse_failed"
/files/etc/hosts/2 = (none)
  (no matches)
`;

export const grants = `GRANT USAGE ON *.* TO \`glance\`@\`%\` IDENTIFIED BY PASSWORD '*ABC' REQUIRE SSL WITH MAX_USER_CONNECTIONS 3
GRANT SELECT, INSERT (\`a\`, \`b\`), UPDATE ON \`gla\\_nce\`.\`t\`\`x\` TO 'glance'@'%' WITH GRANT OPTION
GRANT EXECUTE ON PROCEDURE \`a\`.\`b\` TO "glance"@"%"
GRANT PROXY ON ''@'%' TO 'root'@'localhost' WITH GRANT OPTION
GRANT \`role\`@\`%\` TO \`glance\`@\`%\`
`;

const xml = `<?xml version="1.0"?>
<resultset statement="SELECT" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <row>
\t<field name="version">10.11.6-MariaDB-0+deb12u1</field>
\t<field name="User">gla&lt;nce</field>
\t<field name="Host" xsi:nil="true" />
\t<field name="SCHEMA_NAME">glance</field>
  </row>
</resultset>
`;

const lists = `{"dependencies":{"left-pad":{"version":"1.3.0"},"x":{}}}
`;

const gems = `bundler (default: 2.3.15, 2.3.7)
rake (13.0.6)
`;

const pips = `pip==23.0.1
Foo @ file:///x
bar===1!2.0
`;

/** For types that read several files or run several programs. */
export const all: readonly string[] = [
  ...[
    passwd,
    group,
    shadow,
    fstab,
    mountinfo,
    osRelease,
    crontab,
    hosts,
    knownHosts,
    authorizedKeys,
    aliases,
  ],
  ...[
    ini,
    repo,
    dpkg,
    mysqlOptions,
    routes,
    units,
    policy,
    rpm,
    dnf,
    augtool,
    grants,
    xml,
    lists,
    gems,
    pips,
  ],
];

export const data: readonly string[] = [
  `---
glance::api::bind_host: "0.0.0.0"
glance::db::mysql::password: &p 'it''s'
list: [1, 2.5, ~, {a: b}]
'quoted "key"': |
  text
   more
folded: >-
  a
  b
again: *p
lookup_options:
  '^x': {merge: {strategy: deep, knockout_prefix: '--'}}
`,
  'a: b\n# comment\nc:\n  - 1\n  - d: e\n    f: !ruby/sym g\n',
];

export const nodes: readonly string[] = [
  `classes:
  glance::api: {keystone_password: x, bind_port: 9292}
resources:
  file:
    /etc/x: {ensure: file, content: "a", mode: '0644', require: 'Package[bash]'}
  package:
    bash: {ensure: present}
parameters: {a: 1}
environment: production
`,
];

export const catalogs: readonly unknown[] = [
  {
    name: 'one.example.org',
    version: 1,
    environment: 'production',
    tags: ['settings'],
    resources: [
      { type: 'Stage', title: 'main', exported: false, parameters: {} },
      { type: 'Class', title: 'Main', file: '/x.pp', line: 1, parameters: {} },
      {
        type: 'File',
        title: '/etc/x',
        tags: ['file'],
        file: '/x.pp',
        line: 3,
        exported: false,
        sensitive_parameters: ['content'],
        parameters: {
          ensure: 'file',
          content: { __ptype: 'Sensitive', __pvalue: 'x' },
          require: 'Package[bash]',
        },
      },
      { type: 'Package', title: 'bash', parameters: { ensure: 'present', before: ['File[/etc/x]'] } },
    ],
    edges: [
      { source: 'Stage[main]', target: 'Class[Main]' },
      { source: 'Class[Main]', target: 'File[/etc/x]' },
      { source: 'Class[Main]', target: 'Package[bash]' },
    ],
    classes: ['main'],
  },
];

const domain = { id: 'default', name: 'Default', enabled: true, description: '' };

/** A response that contains the result of every request to Keystone or Glance. */
export const cloud = {
  token: {
    user: { id: 'u', name: 'admin', domain },
    project: { id: 'p', name: 'admin', domain },
    catalog: [
      {
        type: 'image',
        name: 'glance',
        endpoints: [
          {
            id: 'e',
            interface: 'public',
            region: 'RegionOne',
            region_id: 'RegionOne',
            url: 'http://glance.example:9292',
          },
        ],
      },
    ],
  },
  users: [{ id: 'u', name: 'admin', domain_id: 'default', enabled: true, email: 'a@b', description: null }],
  projects: [{ id: 'p', name: 'admin', domain_id: 'default', enabled: true, parent_id: 'default' }],
  domains: [domain],
  roles: [{ id: 'r', name: 'admin', domain_id: null }],
  services: [{ id: 's', name: 'glance', type: 'image', enabled: true, description: 'Images' }],
  endpoints: [
    {
      id: 'e',
      interface: 'public',
      region: 'RegionOne',
      region_id: 'RegionOne',
      url: 'http://x',
      service_id: 's',
    },
  ],
  role_assignments: [
    { user: { id: 'u' }, role: { id: 'r' }, scope: { project: { id: 'p' } } },
    { user: { id: 'u' }, role: { id: 'r' }, scope: { system: { all: true } } },
    { group: { id: 'g' }, role: { id: 'r' }, scope: { domain: { id: 'default' } }, inherited_to: 'projects' },
  ],
  images: [
    {
      ...{
        id: 'i',
        name: 'cirros',
        status: 'active',
        visibility: 'shared',
        owner: 'p',
        tags: ['a'],
        protected: false,
      },
      ...{
        size: 5,
        checksum: 'x',
        min_ram: 0,
        min_disk: 0,
        container_format: 'bare',
        disk_format: 'qcow2',
        os_x: 'y',
      },
    },
  ],
  members: [{ member_id: 'p', status: 'accepted' }],
  links: { next: null, self: 'http://x' },
  truncated: false,
};
