import {
  type CallExpression,
  type Expression,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast';
import {
  isArrowFunction,
  isAwaitExpression,
  isBinaryExpression,
  isBlock,
  isCallExpression,
  isConditionalExpression,
  isExpressionStatement,
  isIdentifier,
  isIfStatement,
  isImportDeclaration,
  isLiteralTypeNode,
  isParenthesizedExpression,
  isPrefixUnaryExpression,
  isPropertyAccessExpression,
  isReturnStatement,
  isStringLiteral,
  isTypeNode,
  isWhileStatement,
} from 'typescript/unstable/ast/is';
import type { Mutant, Mutation } from './mutant.js';

/** Returns every mutant of a file, in the order of the text. */
export function mutate(file: string, tree: SourceFile): Mutant[] {
  const { text } = tree;
  const mutants: Mutant[] = [];
  const add = (mutation: Mutation, start: number, end: number, replacement: string, inside = start) => {
    const from = text.lastIndexOf('\n', start - 1) + 1;
    const line = lineAt(text, start);
    mutants.push({
      file,
      mutation,
      start,
      end,
      replacement,
      line,
      runsAt: lineAt(text, inside),
      before: formatLine(text, from, end),
      after: formatLine(
        text.slice(0, start) + replacement + text.slice(end),
        from,
        start + replacement.length,
      ),
    });
  };
  const visit = (node: Node): void => {
    if (isImportDeclaration(node) || isTypeNode(node)) return;
    mutateNode(node, (mutation, target, replacement, inside) =>
      add(mutation, target.getStart(tree), target.end, replacement, inside?.getStart(tree)),
    );
    node.forEachChild(visit);
  };

  const mutateNode = (
    node: Node,
    replace: (mutation: Mutation, target: Node, replacement: string, inside?: Node) => void,
  ): void => {
    const source = (of: Node) => of.getText(tree);
    if (isIfStatement(node) || isWhileStatement(node))
      replace('condition negated', node.expression, negate(node.expression, source));
    if (isConditionalExpression(node))
      replace('condition negated', node.condition, negate(node.condition, source));
    if (isBinaryExpression(node)) {
      const swap = swaps.get(node.operatorToken.kind);
      if (swap !== undefined) replace(swap[0], node.operatorToken, swap[1]);
      if (node.operatorToken.kind === SyntaxKind.BarToken)
        replace('operand dropped', node, source(node.left));
    }
    if (isExpressionStatement(node)) replace('statement removed', node, ';');
    if (isBlock(node) && node.statements.length > 0) replace('block emptied', node, '{}', node.statements[0]);
    if (isReturnStatement(node) && node.expression !== undefined)
      for (const result of replacementResults(node.expression, source))
        replace('result replaced', node.expression, result);
    if (isArrowFunction(node) && !isBlock(node.body))
      for (const result of replacementResults(node.body, source))
        replace('result replaced', node.body, result);
    if (isAwaitExpression(node)) replace('await removed', node, source(node.expression));
    if (isStringLiteral(node) && node.text !== '' && isValue(node)) replace('string emptied', node, "''");
    if (node.kind === SyntaxKind.TrueKeyword) replace('constant flipped', node, 'false');
    if (node.kind === SyntaxKind.FalseKeyword) replace('constant flipped', node, 'true');
    if (isCallExpression(node)) {
      const ordered = findSorted(node);
      if (ordered !== undefined) replace('ordering removed', node, source(ordered));
    }
    if (isPropertyAccessExpression(node) && node.questionDotToken !== undefined)
      replace('optional chain made certain', node.questionDotToken, '!.');
  };

  visit(tree);
  return mutants;
}

const swaps: ReadonlyMap<SyntaxKind, readonly [Mutation, string]> = new Map([
  [SyntaxKind.LessThanToken, ['boundary moved', '<=']],
  [SyntaxKind.LessThanEqualsToken, ['boundary moved', '<']],
  [SyntaxKind.GreaterThanToken, ['boundary moved', '>=']],
  [SyntaxKind.GreaterThanEqualsToken, ['boundary moved', '>']],
  [SyntaxKind.EqualsEqualsEqualsToken, ['operator swapped', '!==']],
  [SyntaxKind.ExclamationEqualsEqualsToken, ['operator swapped', '===']],
  [SyntaxKind.AmpersandAmpersandToken, ['operator swapped', '||']],
  [SyntaxKind.BarBarToken, ['operator swapped', '&&']],
  [SyntaxKind.QuestionQuestionToken, ['operator swapped', '&&']],
  [SyntaxKind.PlusToken, ['operator swapped', '-']],
  [SyntaxKind.MinusToken, ['operator swapped', '+']],
]);

const orderings = new Set(['sort', 'toSorted', 'reverse', 'toReversed']);

/** Returns what a call sorts; undefined if it does not sort. */
function findSorted({ expression }: CallExpression): Expression | undefined {
  if (!isPropertyAccessExpression(expression) || !orderings.has(expression.name.text)) return undefined;
  return expression.expression;
}

/** Returns the negation of a condition. */
function negate(condition: Expression, source: (of: Node) => string): string {
  if (isPrefixUnaryExpression(condition) && condition.operator === SyntaxKind.ExclamationToken)
    return source(condition.operand);
  return isParenthesizedExpression(condition) ? `!${source(condition)}` : `!(${source(condition)})`;
}

/** Returns what a function could return instead of its result. */
function replacementResults(expression: Expression, source: (of: Node) => string): string[] {
  const now = source(expression);
  if (isBoolean(expression)) return ['true', 'false'].filter((other) => other !== now);
  if (expression.kind === SyntaxKind.ArrayLiteralExpression) return now === '[]' ? [] : ['[]'];
  if (isLiteral(expression)) return [];
  return ['undefined'];
}

const booleanOperators = new Set([
  SyntaxKind.LessThanToken,
  SyntaxKind.LessThanEqualsToken,
  SyntaxKind.GreaterThanToken,
  SyntaxKind.GreaterThanEqualsToken,
  SyntaxKind.EqualsEqualsEqualsToken,
  SyntaxKind.ExclamationEqualsEqualsToken,
  SyntaxKind.InKeyword,
  SyntaxKind.InstanceOfKeyword,
]);

function isBoolean(expression: Expression): boolean {
  if (isPrefixUnaryExpression(expression)) return expression.operator === SyntaxKind.ExclamationToken;
  if (!isBinaryExpression(expression)) return false;
  const { operatorToken, left, right } = expression;
  if (booleanOperators.has(operatorToken.kind)) return true;
  const combined =
    operatorToken.kind === SyntaxKind.AmpersandAmpersandToken ||
    operatorToken.kind === SyntaxKind.BarBarToken;
  return combined && (isBoolean(left) || isBoolean(right));
}

/** Whether a node is a literal, which other mutations change. */
const isLiteral = (node: Node) =>
  node.kind === SyntaxKind.StringLiteral ||
  node.kind === SyntaxKind.TrueKeyword ||
  node.kind === SyntaxKind.FalseKeyword ||
  (isIdentifier(node) && node.text === 'undefined');

/** Whether a string is a value and not a name. */
function isValue(node: Node): boolean {
  const { parent } = node;
  if (isLiteralTypeNode(parent) || parent.kind === SyntaxKind.ExportDeclaration) return false;
  return (parent as { readonly name?: Node }).name !== node;
}

const lineAt = (text: string, offset: number) => text.slice(0, offset).split('\n').length;

/** Returns the lines from one offset to the end of the line of another as a single line, without indentation. */
function formatLine(text: string, from: number, to: number): string {
  const end = text.indexOf('\n', to);
  return text
    .slice(from, end < 0 ? text.length : end)
    .replace(/\s+/g, ' ')
    .trim();
}
