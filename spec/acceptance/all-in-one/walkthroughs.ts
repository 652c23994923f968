/** What the walkthroughs find on their controllers, and images where they say that they are. */
export const preparation = `
set -e
echo '127.0.0.1 controller controller01 controller02 download.cirros-cloud.net' >> /etc/hosts
for version in 0.3.5 0.5.1; do
  mkdir -p /srv/www/$version
  head -c 70000 /dev/urandom > /srv/www/$version/cirros-$version-x86_64-disk.img
done
mkdir -p '/mnt/hgfs/镜像-文档'
head -c 5000 /dev/urandom > '/mnt/hgfs/镜像-文档/CentOS-7-x86_64-GenericCloud-2003.qcow2'
head -c 5000 /dev/urandom > /var/lib/glance/images/26b59df3-4fbe-4368-abd9-a5e5b58efe50
chown -R glance:glance /var/lib/glance/images
systemd-run --unit downloads python3 -m http.server --bind 127.0.0.1 --directory /srv/www 80
`;

/** A manifest that does what a text does by hand, on a host that has what the text takes for granted. */
export interface Walkthrough {
  readonly manifest: string;
  /** Data, in YAML, where this one host is otherwise than those of the text. */
  readonly data?: string;
  /** What is removed before, because the walkthrough before it said something else of it. */
  readonly before?: string;
  /** Images that are active after it. */
  readonly images: readonly string[];
}

export const walkthroughs: readonly Walkthrough[] = [
  { manifest: 'manifests/puppet-glance.ts', images: ['hello'] },
  // Its clients find the controllers by 127.0.0.1.
  {
    manifest: 'manifests/glance-cluster.ts',
    data: 'glance_cluster::bind_host: 0.0.0.0\n',
    images: ['hello'],
  },
  {
    manifest: 'manifests/image-management.ts',
    images: ['centos7', 'centos_test_image', 'cirros', 'hello'],
  },
  {
    manifest: 'manifests/private-cloud-images.ts',
    before: 'openstack image delete cirros',
    images: ['centos7', 'centos_test_image', 'cirros', 'hello'],
  },
];
