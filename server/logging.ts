/** What a log line may hold: never bodies, query strings, cookies (D-72). An allow-list, not a list of what to hide. */
export const logSerializers = {
  req: (request: { method?: string; url?: string; id?: string }) => ({
    method: request.method,
    path: request.url?.split('?')[0],
    id: request.id,
  }),
  /** PostgreSQL's `detail` and `where` quote rows, and other errors carry what was sent: they stay out. */
  err: (error: Error & { code?: string; table?: string; constraint?: string }) => ({
    type: error.name,
    message: error.message,
    code: error.code,
    table: error.table,
    constraint: error.constraint,
    stack: error.stack ?? '',
  }),
};
