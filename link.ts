import { ask } from '#modules/links/web/holder/index.ts';
import { open } from '#modules/links/web/holder/open.ts';
import { showKept, showVisit } from '#modules/portal/web/holder/index.ts';
import { bringLetters } from '#web/fonts.ts';

/**
 * On the tag of a key the address names the order too: a colleague who scans it and is signed in comes to the order
 * itself, and the customer's link stays unused.
 */
async function isColleague(): Promise<boolean> {
  const [, ...parts] = /^\?o=(\w{8})(\w{4})(\w{4})(\w{4})(\w{12})$/.exec(location.search) ?? [];
  if (parts.length === 0) return false;
  const isSignedIn = await ask('GET', '/session').then(
    () => true,
    () => false,
  );
  if (isSignedIn) location.replace(`/service-orders/${parts.join('-')}`);
  return isSignedIn;
}

const come = async (...given: Parameters<typeof open>): Promise<void> => {
  if (!(await isColleague())) await open(...given);
};

/** What a customer sees who came by a link: a page of its own, without a word of the house's screens. */
void bringLetters();
void come(
  {
    orderPapers: (holding) =>
      showVisit(holding, async (language) => {
        const { complainBox } = await import('#modules/complaint-page/web/holder/index.ts');
        return complainBox(holding, language);
      }),
    complaint: async (holding) => {
      const { showHeldComplaint } = await import('#modules/complaint-page/web/holder/index.ts');
      await showHeldComplaint(holding);
    },
    appointment: async (holding) => {
      const { showHeldAppointment } = await import('#modules/shop-page/web/holder/index.ts');
      await showHeldAppointment(holding);
    },
    myData: async (holding) => {
      const { showHeldData } = await import('#modules/shop-page/web/holder/index.ts');
      await showHeldData(holding);
    },
    event: async (holding) => {
      const { showHeldEvent } = await import('#modules/campaigns/web/holder/event.ts');
      await showHeldEvent(holding);
    },
    survey: async (holding) => {
      const { showHeldSurvey } = await import('#modules/surveys/web/holder/survey.ts');
      await showHeldSurvey(holding);
    },
  },
  showKept,
);
