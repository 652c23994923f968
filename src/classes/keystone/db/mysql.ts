import { createMysql } from '../../openstack-service/create-mysql.js';
import { keystoneService } from '../keystone-service.js';

/** `keystone::db::mysql`: Keystone's database on the MySQL server. */
export class Mysql extends createMysql(keystoneService) {}
