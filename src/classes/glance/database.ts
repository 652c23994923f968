import { createDatabaseParameters } from '../openstack-service/database.js';

/** The parameters of the database of one of Glance's services. */
export const databaseParameters = createDatabaseParameters('glance');
