import './code-walls.ts';

await import('./run.ts');
