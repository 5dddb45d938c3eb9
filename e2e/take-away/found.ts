import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** What another program finds in a file that someone took away. */
export function found(kind: string, file: string): string[] {
  const schema = kind === 'json' ? [resolve(root, 'docs/record.schema.json')] : [];
  const python = process.env.PYTHON ?? resolve(root, 'target/python/bin/python');
  return JSON.parse(execFileSync(python, [resolve(root, 'e2e/take-away/check.py'), kind, file, ...schema], { encoding: 'utf8' }));
}
