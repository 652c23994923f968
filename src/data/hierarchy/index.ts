export { type Explanation, explain, type FileExplanation, type LevelExplanation } from './explain.js';
export { Hierarchy } from './hierarchy.js';
export type { Found, Source } from './lookup-result.js';
export type { Merge, MergeOptions } from './merging/merge-options.js';
export { type HierarchyOptions, openHierarchy } from './open-hierarchy.js';
