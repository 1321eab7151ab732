import os from 'node:os';

const megabyte = 1024 * 1024;

/** What the cluster is created with; an administrator may change these by `ALTER SYSTEM`. */
export function initialSettings(throwaway: boolean): Record<string, string> {
  return {
    shared_buffers: throwaway ? '32MB' : `${sharedBuffersMb()}MB`,
    max_wal_size: '2GB',
    jit: 'off',
    random_page_cost: '1.1',
    timezone: 'UTC',
    log_timezone: 'UTC',
    datestyle: 'ISO, YMD',
    password_encryption: 'scram-sha-256',
    // A week of logs, each day written over the same day of the week before.
    log_directory: 'log',
    log_filename: 'postgresql-%a.log',
    log_rotation_age: '1d',
    log_rotation_size: '0',
    log_truncate_on_rotation: 'on',
    log_min_duration_statement: '1s',
  };
}

/** How long a commit may wait for its way into the archive: what the loss of the disk may cost (G-51). */
export const archiveTimeoutSeconds = 60;

/**
 * What holds at every start and stands above any configuration file (D-80).
 * @param outgoingDir where finished WAL segments are laid down for the backup; absent: they are not kept
 */
export function enforcedSettings(
  endpoint: { host: string; port: number },
  throwaway: boolean,
  outgoingDir?: string,
): Record<string, string> {
  const safe = throwaway ? 'off' : 'on';
  const listen: Record<string, string> =
    process.platform === 'win32'
      ? { listen_addresses: endpoint.host }
      : {
          listen_addresses: '',
          unix_socket_directories: endpoint.host,
          unix_socket_permissions: '0700',
        };
  return {
    ...listen,
    port: String(endpoint.port),
    fsync: safe,
    full_page_writes: safe,
    synchronous_commit: safe,
    logging_collector: 'on',
    // Personal data stays out of the logs: neither bound values, nor rows of a failed constraint, nor the errors of
    // statements, which quote what they could not read; the program logs those in its own words (G-40).
    log_parameter_max_length: '0',
    log_error_verbosity: 'terse',
    log_min_messages: 'log',
    ...archiving(outgoingDir),
  };
}

/** PostgreSQL's own module copies, syncs and renames, never over another file, without a shell (D-81). */
function archiving(outgoingDir: string | undefined): Record<string, string> {
  if (outgoingDir === undefined) return { archive_mode: 'off' };
  return {
    archive_mode: 'on',
    archive_library: 'basic_archive',
    'basic_archive.archive_directory': outgoingDir,
    archive_timeout: `${archiveTimeoutSeconds}s`,
  };
}

/** A quarter of the memory, at most 1 GB: the same machine also runs the application. */
function sharedBuffersMb(): number {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, os.totalmem()) : os.totalmem();
  return Math.min(1024, Math.max(64, Math.floor(memory / 4 / megabyte)));
}
