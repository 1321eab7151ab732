import { BackupRefused } from '#database/backup/refusal.ts';
import { StartRefusal } from '#database/embedded/embedded.ts';
import { MigrationRefused } from '#database/migrate.ts';
import { MonthsRefused } from '#database/months/refusal.ts';
import { ConfigRefused } from '#platform/config.ts';

const refusals = [BackupRefused, StartRefusal, MigrationRefused, ConfigRefused, MonthsRefused];

/** Runs a command to its end; a refusal is told as it stands, and the command then ends with 1. */
export async function inPlainWords(command: () => Promise<void> | void): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!refusals.some((kind) => error instanceof kind)) throw error;
    console.error(`\n${(error as Error).message}`);
    process.exitCode = 1;
  }
}
