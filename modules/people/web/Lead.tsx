import { EmergencyBanner } from './emergency/EmergencyBanner.tsx';
import { FactorLead } from './security/FactorLead.tsx';

/** What stands above every page while it is due for this person himself. */
export default function Lead() {
  return (
    <>
      <EmergencyBanner />
      <FactorLead />
    </>
  );
}
