import { connectionLost, useWriting } from '#web/api.ts';
import { type Dialling, dialByDevice } from '#web/dialling.ts';
import { useTell } from '#web/Toasts.tsx';
import { useWords } from '#web/useWords.ts';
import { dialRoute } from '../contract-dial.ts';
import { ringingWords } from '../locales/words-ringing.ts';

/** By the telephone system where there is one: one's own telephone rings first; else, or without a line, by the device. */
export function useTelephone(): Dialling {
  const say = useWords(ringingWords);
  const tell = useTell();
  const dialling = useWriting(dialRoute, { touches: ['phone-calls'] });
  const { isPending, error, again } = dialling;
  return {
    dial: (to) => {
      if (isPending) return;
      dialling.mutate(
        {
          body: { customerId: to.customerId, ...(to.askedByCustomer && { askedByCustomer: true }) },
        },
        {
          onSuccess: ({ isDialled }) => {
            if (isDialled) tell(say('ringsAtYours'));
            else dialByDevice(to);
          },
          onError: ({ code }) => {
            if (code === connectionLost) dialByDevice(to);
          },
        },
      );
    },
    isPending,
    error,
    again,
  };
}
