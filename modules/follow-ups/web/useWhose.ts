import { mayUse, useSession } from '#web/session.ts';
import { useAddress } from '#web/useAddress.ts';

/** Whose work a list shows: a caller's own first, for who supervises the whole shop's; the address keeps a choice. */
export function useWhose(): { isMine: boolean; choose: (whose: string) => void } {
  const [address, setAddress] = useAddress();
  const usual = mayUse(useSession(), ['followUps.supervise']) ? 'all' : 'mine';
  return {
    isMine: (address.whose ?? usual) === 'mine',
    choose: (whose) => setAddress({ whose: whose === usual ? undefined : whose }),
  };
}
