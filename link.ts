import { open } from '#modules/links/web/holder/open.ts';
import { showKept, showVisit } from '#modules/portal/web/holder/index.ts';
import { bringLetters } from '#web/fonts.ts';

/** What a customer sees who came by a link: a page of its own, without a word of the house's screens. */
void bringLetters();
void open(
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
    survey: async (holding) => {
      const { showHeldSurvey } = await import('#modules/surveys/web/holder/survey.ts');
      await showHeldSurvey(holding);
    },
  },
  showKept,
);
