// A program that migrates and is killed in the middle of it.
import { migrate } from '#database/migrate.ts';

await migrate(JSON.parse(process.argv[2]!), () => {});
