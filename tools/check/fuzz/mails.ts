import type { Channel } from './channel.ts';
import { listen, peers } from './mail-peers.ts';

/** The carrier's own 20 s for a conversation, and room for a machine with other things to do. */
const mostMs = 40_000;
/** It promises nothing and takes what it gets: to be believed is no fault of the sender. */
const mayBeBelieved = new Set(['says yes before it is asked', 'writes into the headers']);

/** A mail to every kind of bad server, all at once: each comes to its end alone. @returns how many were tried */
export async function mailEverybody(
  channel: Channel,
  fail: (what: string) => void,
): Promise<number> {
  const tries = Object.entries(peers).flatMap(([name, behave]) =>
    [false, true].map((isSecure) => ({ name, behave, isSecure })),
  );
  await Promise.all(
    tries.map(async ({ name, behave, isSecure }) => {
      const { port, server } = await listen(behave);
      const { wasAccepted, ms } = await channel.ask('mail', { port, isSecure });
      const who = `a mail server that ${name}${isSecure ? ' under TLS' : ''}`;
      if (ms > mostMs) fail(`${who} holds a sender for ${ms} ms`);
      if (wasAccepted && !mayBeBelieved.has(name)) fail(`${who} is taken at its word`);
      server.close();
    }),
  );
  return tries.length;
}
