import * as openstackExtras from './index.js';

export const openstackExtrasDefinedTypes = [openstackExtras.AuthFile] as const;
