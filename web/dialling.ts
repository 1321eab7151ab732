import type { ApiProblem } from '#shared/call.ts';
import { useModules } from './modules.ts';

export interface DialledTo {
  customerId: string;
  phone: string;
  /** He wants to be called now, in the hours of rest. */
  askedByCustomer?: boolean;
  /** Only the device could dial, and the number is not shown. */
  onHidden?: () => void;
}

export interface Dialling {
  /** Has him called; `phone` is what is shown of it, for a device that dials by itself. */
  dial: (to: DialledTo) => void;
  isPending: boolean;
  error: ApiProblem | null;
  again: () => void;
}

/** Without a telephone system the device dials; a number that is hidden it cannot. */
export function dialByDevice({ phone, onHidden }: DialledTo): void {
  if (phone.includes('*')) onHidden?.();
  else window.location.href = `tel:${phone}`;
}

const byDevice = (): Dialling => ({
  dial: dialByDevice,
  isPending: false,
  error: null,
  again: () => undefined,
});

/** How a customer is called from any page: by the module that speaks to the telephone system, else by the device. */
export function useDialling(): Dialling {
  const useModuleDialling = useModules().find((module) => module.useDialling)?.useDialling;
  // The modules of a house do not change while a page stands.
  return (useModuleDialling ?? byDevice)();
}
