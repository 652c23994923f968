import { describeCases } from './describe-cases.js';
import { groups } from './groups.js';
import { peerSuites } from './peer-suites.js';

const suites = (await peerSuites()).filter(groups.files);

describe('what other tools define of files', () => describeCases(suites));
