import { createMysql } from '../../openstack-service/create-mysql.js';
import { glanceService } from '../glance-service.js';

/** Glance's database and its user, on the MySQL server. */
export class Mysql extends createMysql(glanceService) {}
