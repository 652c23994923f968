import { passwords } from './passwords.js';

/** What somebody did for an afternoon before giving up: packages, databases, an account, Keystone with other addresses. */
export const byHand = `
set -e
export DEBIAN_FRONTEND=noninteractive
apt-get update -q
apt-get install -y -q mariadb-server memcached keystone glance-api python3-openstackclient python3-pymysql
mysql -e "CREATE DATABASE glance; CREATE DATABASE keystone CHARACTER SET utf8;
  CREATE USER keystone@'127.0.0.1' IDENTIFIED BY 'byhand'; GRANT ALL ON keystone.* TO keystone@'127.0.0.1'"
sed -i '/^\\[database\\]/a connection = mysql+pymysql://keystone:byhand@127.0.0.1/keystone' /etc/keystone/keystone.conf
su -s /bin/sh keystone -c 'keystone-manage db_sync'
keystone-manage fernet_setup --keystone-user keystone --keystone-group keystone
OS_BOOTSTRAP_PASSWORD="$ADMIN_PASS" keystone-manage bootstrap --bootstrap-region-id RegionOne \\
  --bootstrap-public-url http://controller:5000/v3/ --bootstrap-internal-url http://controller:35357/v3/
systemctl restart keystone
`;

/** The script's environment. */
export const environment = { ADMIN_PASS: passwords.ADMIN_PASS };
