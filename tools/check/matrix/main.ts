import './unhurried.ts';

await import('./run.ts');
