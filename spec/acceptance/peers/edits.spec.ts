import { describeCases } from './describe-cases.js';
import { groups } from './groups.js';
import { peerSuites } from './peer-suites.js';

const suites = (await peerSuites()).filter(groups.edits);

describe('what other tools define of edits of files', () => describeCases(suites));
